import {incorrect} from "../../errors.ts";
import {fixedPoint} from "../../trade/anderson.ts";
import {checkDistinct, placeOf} from "./adopted.ts";
import {groupChange} from "./bands.ts";
import {type Line, times} from "./line.ts";
import type {Outcome, Pricer} from "./pricer.ts";

/** Transfers after which every member's real consumption has changed by the same factor, or why there are none. */
export type EqualisingTransfers =
  | {
      readonly kind: "equal";
      /** [members] million USD of the baseline that each receives; below 0 it pays. Sums to 0. */
      readonly received: Float64Array;
      /** The same as a line, to be added to those of a step. */
      readonly line: Line;
      /** [N] real consumption with the transfers, beside the reference. */
      readonly welfareHat: Float64Array;
      /** Members' common change: −0.01 is a loss of 1 %. */
      readonly change: number;
      /** Largest difference that is left between a member's change and the common one. */
      readonly gap: number;
      readonly iterations: number;
    }
  | {readonly kind: "none"; readonly message: string};

const EQUAL = 1e-8; // of real consumption; both the model (1e-10) and the transfers iterate
const MOST = 100; // worlds; the tested cases take fewer than 15

/**
 * Lump sums among the members of a coalition, adding up to 0, under which all lose the same share of their real
 * consumption. They are found in the model itself, where a transfer moves wages and prices:
 *
 *   t⁺ᵢ ⁄ Sᵢ = tᵢ ⁄ Sᵢ + w̄(t) − wᵢ(t),   w̄ = Σ Sᵢ wᵢ ⁄ Σ Sᵢ,   S = final spending, w = change of real consumption
 *
 * is a fixed point where burdens are equal, and Anderson acceleration finds it.
 *
 * @param lines all that holds in the world, as in a `Step`
 * @returns `none` where the world has no equilibrium, where no flow joins a member to the others so that no transfer can
 *   reach it, or where the iteration ends without equal burdens; the last is no proof that there are none
 * @throws incorrect `studies/no-members`, `studies/country-place`, `studies/country-twice`, and what `shockOf` throws
 * @see docs/methods/coalitions.md
 */
export function equalisingTransfers(
  pricer: Pricer,
  lines: readonly Line[],
  members: readonly string[],
  {draw}: {readonly draw?: number} = {}
): EqualisingTransfers {
  const {economy, spending} = pricer;
  if (members.length === 0) throw incorrect("studies/no-members", "no members to share a burden; name at least one");
  checkDistinct(economy, members);
  const worlds = pricer.worlds(draw);
  const places = members.map((name) => placeOf(economy, name));
  const group = {id: "members", title: "members", members: places};
  let line = transferLine(members, new Float64Array(members.length));
  let received = new Float64Array(members.length);
  let outcome: Outcome = worlds(lines);
  if (outcome.kind === "none") return outcome;
  const unreached = unreachedFrom(places, outcome.equilibrium.flow, economy.countries.length);
  if (unreached !== undefined && gapOf(outcome, places, groupChange(outcome.welfareHat, spending, group)) > EQUAL)
    return {
      kind: "none",
      message: `no transfer reaches ${economy.countries[unreached]}: no flow joins it to ${members[0]}, so their burdens cannot be made equal`
    };
  const {converged, iterations, residual} = fixedPoint(
    (shares, image) => {
      received = shares.map((share, i) => share * spending[places[i]!]!);
      line = transferLine(members, received);
      outcome = worlds([...lines, line]);
      if (outcome.kind === "none") return Number.NaN;
      const common = groupChange(outcome.welfareHat, spending, group);
      for (const [i, c] of places.entries()) image[i] = shares[i]! + common - (outcome.welfareHat[c]! - 1);
      return gapOf(outcome, places, common);
    },
    new Float64Array(members.length),
    {tolerance: EQUAL, maxIterations: MOST}
  );
  const last = outcome as Outcome; // assigned in the map, which the compiler does not follow
  if (converged && last.kind === "solved") {
    const change = groupChange(last.welfareHat, spending, group);
    return {kind: "equal", received, line, welfareHat: last.welfareHat, change, gap: residual, iterations};
  }
  const why =
    last.kind === "none" ? last.message : `changes differ by ${residual.toExponential(2)} from the common one`;
  return {kind: "none", message: `no equalising transfers found after ${iterations} worlds: ${why}`};
}

/** Largest distance of a member's change from the common one. */
const gapOf = ({welfareHat}: Extract<Outcome, {kind: "solved"}>, members: readonly number[], common: number): number =>
  members.reduce((most, c) => Math.max(most, Math.abs(welfareHat[c]! - 1 - common)), 0);

/** What members receive, each from the first or to it. */
function transferLine(members: readonly string[], received: Float64Array): Line {
  const transfers = members
    .slice(1)
    .map((member, i) => ({from: members[0]!, to: member, size: [times(received[i + 1]!)]}));
  return {of: "burden-sharing", title: "transfers that keep burdens equal", rule: "scenario", wedges: [], transfers};
}

/** The first of the members that no chain of flows, in either direction, joins to the first member. */
function unreachedFrom(members: readonly number[], flow: Float64Array, N: number): number | undefined {
  const J = flow.length / (N * N);
  const isJoined = new Uint8Array(N * N);
  for (const [at, value] of flow.entries()) {
    if (!(value > 0)) continue;
    const [o, d] = [Math.floor(at / (J * N)), Math.floor(at / J) % N];
    isJoined[o * N + d] = 1;
    isJoined[d * N + o] = 1;
  }
  const reached = new Set(members.slice(0, 1));
  for (const c of reached) for (let d = 0; d < N; d++) if (isJoined[c * N + d] === 1) reached.add(d);
  return members.find((c) => !reached.has(c));
}
