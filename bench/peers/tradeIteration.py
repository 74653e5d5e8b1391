"""The same model by the usual algorithm: Caliendo & Parro (2015), online appendix, "Solving the model".

Guess wages; iterate prices to a fixed point given wages, (10) and (11); new trade shares, (12); spending, (13); move each
wage by a fraction of the excess demand for its labour, (14); repeat. The authors' Matlab code, and the R, Python and Julia
ports of it, do so with a fraction of 0.2. Two things are kinder here: prices and spending start from where the last round
left them instead of from 1, and spending is iterated instead of by the inverse of a matrix of countries times sectors.

Usage: tradeIteration.py <folder> <shock> <countries> <sectors> <tolerance> <seconds>
Reads the arrays that bench/tradeSolve.ts has written; prints one line of JSON. It solves again until the seconds are
spent, three times at most.
"""

import json
import sys
import time

import numpy as np

FRACTION = 0.2  # vfactor of the authors' code
MOST_ROUNDS = 100_000

folder, shock, countries, sectors, tolerance, seconds = sys.argv[1:]
N, J = int(countries), int(sectors)
tolerance, seconds = float(tolerance), float(seconds)


def read(name, *shape):
    return np.fromfile(f"{folder}/{shock}-{name}.f64").reshape(shape)


theta = read("theta", J, 1)
share = read("share", J, N, N)  # sector, origin, destination
wedge = read("priceWedge", J, N, N)
tariff = read("tariff", J, N, N)
beta = read("valueAddedShare", J, N)
gamma = read("inputShare", J, J, N)  # made by, used by
alpha = read("finalShare", J, N)
expenditure0 = read("expenditure", J, N)
labour = read("labourIncome", N)
deficit = read("deficit", N)
income0 = read("income", N)

with np.errstate(divide="ignore"):
    kernel = share * np.where(share > 0, wedge, np.inf) ** -theta[:, :, None]
bought = kernel.sum(axis=1) > 0  # sector, destination


def solve():
    """Wages, prices, income and the sweeps over all flows that it took."""
    wage = np.ones(N)
    log_price = np.zeros((J, N))
    spending = expenditure0.copy()
    sweeps = 0
    for rounds in range(1, MOST_ROUNDS + 1):
        log_wage = np.log(wage)
        while True:  # prices given wages
            sweeps += 1
            log_cost = beta * log_wage + np.einsum("suc,sc->uc", gamma, log_price)
            power = np.exp(-theta * log_cost)
            total = np.einsum("sod,so->sd", kernel, power)
            new = np.where(bought, -np.log(np.where(bought, total, 1)) / theta, 0)
            change = np.abs(new - log_price).max()
            log_price = new
            if change <= tolerance:
                break
        new_share = kernel * power[:, :, None] / np.where(bought, total, 1)[:, None, :]
        net = new_share / (1 + tariff)
        taxed = bought - net.sum(axis=1)  # tariffs per unit of spending
        while True:  # spending given prices
            sweeps += 1
            sales = np.einsum("sod,sd->so", net, spending)
            income = wage * labour + (taxed * spending).sum(axis=0) + deficit
            new = alpha * income + np.einsum("suc,uc->sc", gamma, sales)
            change = np.abs(new - spending).max() / spending.max()
            spending = new
            if change <= tolerance:
                break
        sales = np.einsum("sod,sd->so", net, spending)
        excess = (beta * sales).sum(axis=0) / labour - wage
        if np.abs(excess / wage).max() <= tolerance:
            return wage, log_price, income, sweeps, rounds
        wage = wage + FRACTION * excess
        wage *= labour.sum() / (wage * labour).sum()
    raise SystemExit(f"no convergence in {MOST_ROUNDS} rounds")


times = []
while len(times) < 3 and sum(times) < seconds:
    start = time.perf_counter()
    wage, log_price, income, sweeps, rounds = solve()
    times.append(time.perf_counter() - start)

real = income / income0 / np.exp((alpha * log_price).sum(axis=0))
ordered = sorted(1e3 * t for t in times)
print(
    json.dumps(
        {
            "timing": {
                "median": ordered[len(ordered) // 2],
                "min": ordered[0],
                "first": 1e3 * times[0],
                "repeats": len(times),
            },
            "sweeps": sweeps,
            "rounds": rounds,
            "wageHat": wage.tolist(),
            "realConsumptionHat": real.tolist(),
            "versions": f"Python {sys.version.split()[0]}, NumPy {np.__version__}",
        }
    )
)
