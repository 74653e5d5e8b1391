import type {OpenedBaseline} from "../casebook/baselines.ts";
import type {Case} from "../casebook/case.ts";
import {DEFAULT_CLOSURE, type Scenario, type ScenarioStep, SEED} from "../casebook/scenario.ts";
import {type Area, areaOf} from "../casebook/scenarioCountries.ts";
import {incorrect} from "../errors.ts";
import {exact} from "../numeric/uncertain.ts";
import type {Day} from "../time/day.ts";
import type {plainClosures} from "../trade/closure.ts";
import {DEFAULT_ELASTICITIES} from "../trade/elasticitySets.ts";
import type {OpenRecord} from "./record.ts";

/** What is asked of a case; what is left out is as usual. */
export type CaseQuestion = {
  readonly day?: Day | undefined;
  /** The baseline as it was named, where that is the folder of one's own. */
  readonly baseline?: string | undefined;
  readonly elasticities?: string | undefined;
  readonly closure?: (typeof plainClosures)[number] | undefined;
  readonly against?: Scenario["against"] | undefined;
  readonly thirds?: readonly string[] | undefined;
  readonly retaliation?: number | undefined;
  readonly seed?: number | undefined;
  readonly draws?: number | undefined;
  readonly steps?: readonly ScenarioStep[] | undefined;
};

/**
 * A case as the head of a scenario, its sender against its target on a day.
 *
 * @param third how the asker names third countries, for messages
 * @throws incorrect `answers/party-not-there`, `answers/invalid-third`
 */
export function caseScenario(
  {one}: OpenRecord,
  baseline: OpenedBaseline,
  question: CaseQuestion,
  third = "third"
): Scenario {
  const [sender, target] = [sideOf("sender", one, baseline), sideOf("target", one, baseline)];
  const {retaliation, closure = DEFAULT_CLOSURE} = question;
  return {
    title: one.title,
    case: one.id,
    day: question.day ?? one.coverage.to,
    baseline: question.baseline ?? baseline.economy.name,
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
    thirds: thirdsOf(question.thirds ?? [], [...sender.members, ...target.members], baseline, third),
    steps: question.steps ?? []
  };
}

/** A party of a case by its ISO code or, where it has none, by its id. */
function sideOf(role: "sender" | "target", one: Case, {economy}: OpenedBaseline): Area {
  const {name, iso2, iso3} = one.parties.find(({id}) => id === one[role])!;
  const code = iso2 ?? iso3;
  const area = areaOf(code ?? one[role], economy);
  if (typeof area !== "string") return area;
  const own = code === undefined ? `, as ${one[role]}, or give it an iso2 in parties.yaml` : "";
  throw incorrect(
    "answers/party-not-there",
    `${name}, ${role} of ${one.id}, does not stand in ${economy.name}; name a baseline that has it${own}`
  );
}

/** Third countries, none of them twice and none a party. */
function thirdsOf(
  ids: readonly string[],
  parties: readonly string[],
  {economy}: OpenedBaseline,
  third: string
): Area[] {
  const named = new Set<string>();
  return ids.map((id) => {
    const area = areaOf(id, economy);
    const wrong = (why: string) => incorrect("answers/invalid-third", `invalid ${third}: ${why}`);
    if (typeof area === "string") throw wrong(area);
    if (area.members.some((member) => parties.includes(member))) throw wrong(`${id} is sender or target already`);
    if (area.members.some((member) => named.has(member))) throw wrong(`${id} stands twice; name it once`);
    for (const member of area.members) named.add(member);
    return area;
  });
}
