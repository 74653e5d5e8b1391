import {incorrect, ThawError} from "../../errors.ts";
import type {CoxInput, CoxOptions} from "./coxModel.ts";
import {notFinite, requireLength, requireSpells} from "./spells.ts";

/**
 * Checks what a Cox model is fitted to, once, so that the sweep can trust it.
 *
 * @throws incorrect what `requireSpells` throws, and `survival/columns-differ`, `survival/not-finite` (names covariate and
 *   row), `survival/many-causes`, `survival/no-events`, `survival/one-cluster`, `survival/start-length`;
 *   unsupported `survival/exact-weights`, `survival/exact-robust`, `survival/exact-firth`, `survival/firth-robust`
 */
export function requireCoxInput(input: CoxInput, options: CoxOptions): void {
  requireSpells(input);
  const {exit, event, covariates, stratum, offset, cluster} = input;
  const n = exit.length;
  for (const {name, values} of covariates) {
    requireLength(name, values, n);
    requireFinite(name, values);
  }
  if (stratum !== undefined) requireLength("stratum", stratum, n);
  if (cluster !== undefined) requireLength("cluster", cluster, n);
  if (offset !== undefined) {
    requireLength("offset", offset, n);
    requireFinite("offset", offset);
  }
  requireEvents(event);
  requireCombination(input, options);
}

function requireFinite(name: string, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) throw notFinite(name, values[i]!, i);
}

function requireEvents(event: Uint8Array): void {
  let events = 0;
  for (let i = 0; i < event.length; i++) {
    const code = event[i]!;
    if (code > 1) {
      throw incorrect(
        "survival/many-causes",
        `event neither 0 nor 1: ${code} in row ${i + 1}; a Cox model has one cause, so code it 1 and the other causes 0`
      );
    }
    events += code;
  }
  if (events === 0) {
    throw incorrect(
      "survival/no-events",
      `no events: all ${event.length} spells are censored; a Cox model needs at least one event`
    );
  }
}

function requireCombination({covariates, weight, cluster}: CoxInput, options: CoxOptions): void {
  const robust = options.robust === true || cluster !== undefined;
  const p = covariates.length;
  if (options.start !== undefined && options.start.length !== p) {
    throw incorrect(
      "survival/start-length",
      `wrong number of starting values: ${options.start.length}; give one for each of the ${p} covariates`
    );
  }
  if (cluster?.every((id) => id === cluster[0])) {
    throw incorrect(
      "survival/one-cluster",
      `one cluster: every row has cluster ${cluster[0]}; a clustered variance needs two or more`
    );
  }
  if (options.ties === "exact") {
    if (weight?.some((w) => w !== 1)) throw notOffered("exact-weights", "exact ties with case weights");
    if (robust) throw notOffered("exact-robust", "exact ties with a robust variance");
    if (options.firth === true) throw notOffered("exact-firth", "exact ties with Firth's penalty");
  }
  if (options.firth === true && robust) {
    throw notOffered("firth-robust", "Firth's penalty with a robust variance", "fit without `robust` and `cluster`");
  }
}

const notOffered = (problem: string, what: string, instead = "use ties efron or breslow") =>
  new ThawError("unsupported", `survival/${problem}`, `not offered: ${what}; ${instead}`);
