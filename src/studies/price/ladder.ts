import {hasRelief} from "../../casebook/relief.ts";
import {type Move, membersOf, type Scenario, type ScenarioStep} from "../../casebook/scenario.ts";
import {exact} from "../../numeric/uncertain.ts";
import {type PricedStep, pricer} from "./pricer.ts";
import {averageTariff, scaleLine} from "./rules/packages.ts";
import {type ScenarioContext, scenarioTask, standingOf} from "./scenario.ts";
import {withTariffsBefore} from "./tariffsBefore.ts";

/** Packages and measures that have a rung of their own; the others are lifted in one. */
const OWN_RUNGS = 5;

/** The sector of chips and of the machines that make them. */
const CHIPS = "machinery_elec";

/**
 * The ladder "price the next step", from relief to embargo, beside the standing of the day: all that is priced is lifted;
 * each of the packages and measures of the largest effect, and the others together; the largest is eased by half; all
 * relief ends; and what may come is added: tariffs of 60 %, the tariff of 1930, controls on half and all of the machinery
 * and electronics that the baseline has, full blocking, an embargo. Against the baseline, what stands is a rung too.
 *
 * @param head of a case; steps that it has are left out
 * @throws what `pricer` throws
 */
export function ladder(head: Scenario, context: ScenarioContext): Scenario {
  const units = byEffect(head, context);
  const [first] = units;
  const others = units.slice(OWN_RUNGS).flatMap(({measures}) => measures);
  const relieved = relievedMeasures(head, context);
  const steps: ScenarioStep[] = [
    rung("lift-all", "Lift everything", {lift: units.flatMap(({measures}) => measures)}),
    ...units.slice(0, OWN_RUNGS).map(({id, title, measures}) => rung(`lift-${id}`, `Lift ${title}`, {lift: measures})),
    rung("lift-others", `Lift the other ${others.length}`, {lift: others}),
    ...(first === undefined
      ? []
      : [
          rung(`ease-${first.id}`, `Ease ${first.title} by half`, {
            ease: {of: first.measures, by: exact(0.5)}
          })
        ]),
    rung("reinstate", `All relief ends: ${relieved.length} eased, waived or suspended back in full`, {
      reinstate: relieved
    }),
    ...tighter(head, context)
  ].filter(({lift, ease, reinstate, add}) => lift.length + reinstate.length + add.length > 0 || ease !== null);
  return {...head, steps: head.against === "baseline" ? [rung("standing", "What stands", {}), ...steps] : steps};
}

function rung(id: string, title: string, what: Partial<ScenarioStep>): ScenarioStep {
  return {id, title, lift: [], ease: null, reinstate: [], join: [], add: [], wedges: [], transfers: [], ...what};
}

function tighter(head: Scenario, context: ScenarioContext): ScenarioStep[] {
  const chips = (share: number): Move => ({what: "export-control", sectors: [CHIPS], share: exact(share)});
  return [
    rung("tariff-60", tariffTitle(0.6, head, context), {add: [{what: "tariff-to", rate: exact(0.6)}]}),
    rung("column-two", "The tariff of 1930 (column 2) added to what stands", {add: [{what: "column-two"}]}),
    ...(context.economy.sectors.includes(CHIPS)
      ? [
          rung("chips-half", "Export controls on half of machinery and electronics", {add: [chips(0.5)]}),
          rung("chips-all", "Export controls on all machinery and electronics", {add: [chips(1)]})
        ]
      : []),
    rung("full-blocking", "Full blocking", {add: [{what: "full-blocking"}]}),
    rung("embargo", "Embargo of goods and services, both ways", {add: [{what: "embargo"}]})
  ];
}

/** From what average the tariffs go to the rate, by what is levied at the central values. */
function tariffTitle(rate: number, head: Scenario, context: ScenarioContext): string {
  const {before, held} = standingOf(head, context);
  const economy = withTariffsBefore(context.economy, before);
  const [importers, exporters] = [membersOf(head.senders), membersOf(head.targets)];
  const levied = [...held, ...before.map((line) => scaleLine(line, -1))];
  const average = averageTariff(importers, exporters, economy, levied);
  const to = `Tariffs of ${100 * rate} % on average on all goods`;
  return average === null ? to : `${to}, ${average <= rate ? "up" : "down"} from ${(100 * average).toFixed(1)} %`;
}

/** A package, or a measure without one, with the measures of it that are priced on the day. */
type Unit = {readonly id: string; readonly title: string; readonly measures: readonly string[]};

/** By what lifting it alone changes for senders and targets in million USD, the largest first; ties, and what has no answer, by id. */
function byEffect(head: Scenario, context: ScenarioContext): Unit[] {
  const units = pricedUnits(head, context);
  const steps = units.map(({id, title, measures}) => rung(id, title, {lift: measures}));
  const {task} = scenarioTask({...head, against: "standing", steps}, context);
  const {priced, spending} = pricer(task, withTariffsBefore(context.economy, task.before));
  const sides = membersOf([...head.senders, ...head.targets]).map((name) => context.economy.countries.indexOf(name));
  const effect = ({outcome, welfareHat}: PricedStep): number =>
    outcome.kind === "none" ? 0 : sides.reduce((sum, c) => sum + spending[c]! * Math.abs(welfareHat[c]! - 1), 0);
  const effects = new Map(priced.map((one) => [one.step.id, effect(one)]));
  return units.sort((a, b) => effects.get(b.id)! - effects.get(a.id)! || (a.id < b.id ? -1 : 1));
}

function pricedUnits(head: Scenario, context: ScenarioContext): Unit[] {
  const units = new Map<string, Unit>();
  for (const {measure, outcome} of standingOf(head, context).readings) {
    if (outcome.kind !== "priced") continue;
    const id = measure.package ?? measure.id;
    const measures = [...(units.get(id)?.measures ?? []), measure.id];
    const title =
      measure.package === null || measures.length === 1
        ? measure.title
        : `the package ${measure.package} (${measures.length} measures)`;
    units.set(id, {id, title, measures});
  }
  return [...units.values()];
}

/** Suspended, waived or eased on the day, and priced were they in force in full. */
function relievedMeasures(head: Scenario, context: ScenarioContext): string[] {
  const {readings, inFull} = standingOf(head, context);
  return readings.flatMap(({measure, standing}) =>
    hasRelief(standing) && inFull(measure.id).length > 0 ? [measure.id] : []
  );
}
