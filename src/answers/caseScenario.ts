import type {OpenedBaseline} from "../casebook/baselines.ts";
import type {Case} from "../casebook/case.ts";
import {type Scenario, type ScenarioStep, SEED} from "../casebook/scenario.ts";
import {type Area, areaOf} from "../casebook/scenarioCountries.ts";
import {incorrect} from "../errors.ts";
import {exact} from "../numeric/uncertain.ts";
import type {Day} from "../time/day.ts";
import {DEFAULT_ELASTICITIES} from "../trade/elasticitySets.ts";
import type {OpenRecord} from "./record.ts";

export const DEFAULT_BASELINE = "wiod2014-44x14";
export const closures = ["worldShare", "balanced", "spendingRatio"] as const;
export const DEFAULT_CLOSURE: (typeof closures)[number] = "balanced";

/** What is asked of a case; what is left out is as usual. */
export type CaseQuestion = {
  readonly day?: Day | undefined;
  readonly elasticities?: string | undefined;
  readonly closure?: (typeof closures)[number] | undefined;
  readonly against?: Scenario["against"] | undefined;
  readonly thirds?: readonly string[] | undefined;
  readonly retaliation?: number | undefined;
  readonly seed?: number | undefined;
  readonly draws?: number | undefined;
  readonly steps?: readonly ScenarioStep[] | undefined;
};

/**
 * A case as the head of a scenario, in a bundled baseline: its sender against its target on a day.
 * @throws incorrect `answers/party-not-there`, `answers/invalid-third`
 */
export function caseScenario({one}: OpenRecord, baseline: OpenedBaseline, question: CaseQuestion): Scenario {
  const [sender, target] = [sideOf("sender", one, baseline), sideOf("target", one, baseline)];
  const {retaliation, closure = DEFAULT_CLOSURE} = question;
  return {
    title: one.title,
    case: one.id,
    day: question.day ?? one.coverage.to,
    baseline: baseline.economy.name,
    elasticities: question.elasticities ?? DEFAULT_ELASTICITIES,
    closure: {kind: closure},
    seed: question.seed ?? SEED,
    draws: question.draws ?? 0,
    against: question.against ?? "standing",
    senders: [sender],
    targets: [target],
    coalition: [],
    retaliation: retaliation === undefined ? null : {by: target.members, mirror: exact(retaliation), wedges: []},
    secondary: null,
    thirds: thirdsOf(question.thirds ?? [], [...sender.members, ...target.members], baseline),
    steps: question.steps ?? []
  };
}

/** A party of a case by its ISO code or, where it has none, by its id. */
function sideOf(role: "sender" | "target", one: Case, {economy}: OpenedBaseline): Area {
  const {name, iso2, iso3} = one.parties.find(({id}) => id === one[role])!;
  const area = areaOf(iso2 ?? iso3 ?? one[role], economy);
  if (typeof area !== "string") return area;
  throw incorrect(
    "answers/party-not-there",
    `${name}, ${role} of ${one.id}, does not stand in ${economy.name}; name a baseline that has it`
  );
}

/** Third countries, none of them twice and none a party. */
function thirdsOf(ids: readonly string[], parties: readonly string[], {economy}: OpenedBaseline): Area[] {
  const taken = new Set(parties);
  return ids.map((id) => {
    const area = areaOf(id, economy);
    if (typeof area === "string") throw incorrect("answers/invalid-third", `invalid third: ${area}`);
    if (area.members.some((member) => taken.has(member))) {
      throw incorrect("answers/invalid-third", `invalid third: ${id} is named twice, or is sender or target already`);
    }
    for (const member of area.members) taken.add(member);
    return area;
  });
}
