import {incorrect, type ThawError} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";

const MATERIAL = 1e-6; // a coefficient in standard deviations that is more than rounding

/**
 * The error for a covariate that carries no information of its own.
 *
 * @param information [p × p] in scaled units, singular
 * @param dependent the first column that depends on those before it
 */
export function collinear(names: readonly string[], information: Float64Array, dependent: number): ThawError {
  const p = names.length;
  const leading = new Float64Array(dependent * dependent);
  const cross = new Float64Array(dependent);
  for (let a = 0; a < dependent; a++) {
    cross[a] = information[a * p + dependent]!;
    for (let b = 0; b < dependent; b++) leading[a * dependent + b] = information[a * p + b]!;
  }
  const factored = cholesky(leading, dependent);
  const on =
    "factor" in factored
      ? [...choleskySolve(factored.factor, dependent, cross)].flatMap((c, a) => (Math.abs(c) > MATERIAL ? [a] : []))
      : [];
  const name = names[dependent]!;
  const message =
    on.length === 0
      ? `constant covariate: ${name} is the same for all spells at risk at every event; leave it out`
      : `collinear covariate: ${name} depends on ${on.map((a) => names[a]).join(", ")}; leave one of them out`;
  return incorrect("survival/collinear", message, {covariate: name, dependsOn: on.map((a) => names[a])});
}
