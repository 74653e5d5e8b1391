import {
  type Move,
  membersOf,
  type Scenario,
  type ScenarioStep,
  type ScenarioTransfer,
  type ScenarioWedge,
  type Secondary
} from "../../casebook/scenario.ts";
import {centre, exact, triangular, type Uncertain} from "../../numeric/uncertain.ts";
import type {Economy} from "../../trade/economy.ts";
import {adopted, cutOff} from "./adopted.ts";
import type {Factor, Line, Wedge} from "./line.ts";
import {columnTwo, embargo, exportControls, fullBlocking, importBan, scaleLine, tariffTo} from "./rules/packages.ts";

/** What the rules make of the record: lines by measure. */
export type Standing = {
  /** In the baseline's own year. */
  readonly before: readonly Line[];
  /** On the day. */
  readonly held: readonly Line[];
  /** Lines of a measure, were it in force in full. */
  readonly inFull: (measure: string) => readonly Line[];
};

/** What a step does, by who does it. */
export type StepLines = {
  /** All that holds in the step. */
  readonly lines: readonly Line[];
  /** What holds besides where one more country does what the senders do, and is answered for it. */
  readonly joinedBy: (country: string) => readonly Line[];
};

/**
 * The lines of a step: the standing without what is lifted, what the senders add, the coalition with the same, third
 * countries that comply, those that are cut off, and the answer of the other side. A measure that is put back in force
 * holds once, in full.
 */
export function stepLines(step: ScenarioStep, scenario: Scenario, standing: Standing, economy: Economy): StepLines {
  const {coalition, retaliation, secondary} = scenario;
  const [senders, targets] = [membersOf(scenario.senders), membersOf(scenario.targets)];
  const kept = keptLines(step, standing);
  const added = [...step.reinstate.flatMap(standing.inFull), ...step.wedges.map(wedgeLine)];
  const shared = [...kept.filter(({of}) => step.join.includes(of)), ...added];
  const levied = [...kept, ...added, ...standing.before.map((line) => scaleLine(line, -1))];
  const moves = (by: readonly string[], on: readonly Line[]) =>
    step.add.flatMap((move) => moveLines(move, by, targets, economy, on));
  /** What is named by a move is taken anew for the country: a tariff to a rate counts what it levies itself. */
  const taken = (by: string): Line[] => {
    const own = targets.flatMap((target) => adopted(shared, {sender: senders[0]!, target, by}));
    return [...own, ...moves([by], [...levied, ...own])];
  };
  const pressing = [...added, ...moves(senders, levied), ...membersOf(coalition).flatMap(taken)];
  if (secondary !== null && shared.length + step.add.length > 0)
    for (const {country, share} of secondary.comply) {
      if (share > 0) pressing.push(...taken(country).map((line) => scaleLine(line, share)));
      if (share < 1 && centre(secondary.cutOff) > 0) {
        const lines = senders.map((sender) => cutOff(economy, sender, country, cutFactor(secondary)));
        pressing.push(...lines.map((line) => scaleLine(line, 1 - share)));
      }
    }
  const answerTo = (lines: readonly Line[]): Line[] =>
    retaliation === null ? [] : mirrored(lines, retaliation.by, retaliation.mirror);
  const relieved = standing.held.filter(({of}) => step.reinstate.includes(of));
  const answer = [...answerTo(pressing), ...answerTo(relieved.flatMap(withoutTariff))];
  return {
    lines: [
      ...kept,
      ...pressing,
      ...answer,
      ...(retaliation !== null && pressing.length > 0 ? retaliation.wedges.map(wedgeLine) : []),
      ...step.transfers.map(transferLine)
    ],
    joinedBy(country) {
      const lines = taken(country);
      return [...lines, ...answerTo(lines)];
    }
  };
}

/** The share of trade that those who do not comply lose. */
export const cutFactor = ({cutOff: share}: Secondary): Factor => factorOf("cutOff", share);

/** The tariffs of a line that is put back in force in full, less: they stood already, and only what is more is answered. */
function withoutTariff(line: Line): Line[] {
  const wedges = line.wedges.filter(({kind}) => kind === "tariff" || kind === "exportTax");
  return wedges.length === 0 ? [] : [scaleLine({of: line.of, title: line.title, rule: line.rule, wedges}, -1)];
}

/** The lines that hold on the day, without what a step lifts or puts back in force in full, and less of what it eases. */
const keptLines = ({lift, ease, reinstate}: ScenarioStep, {held}: Standing): Line[] =>
  held
    .filter(({of}) => !lift.includes(of) && !reinstate.includes(of))
    .map((line) =>
      ease?.of.includes(line.of) ? scaleLine(line, factorOf(`ease ${sizeWords(ease.by)}`, rest(ease.by))) : line
    );

/** What is left when a share goes. */
const rest = (share: Uncertain): Uncertain =>
  share.kind === "triangular" ? triangular(1 - share.high, 1 - share.likely, 1 - share.low) : exact(1 - centre(share));

/** @param levied lines whose tariffs are levied already, beside those of the baseline */
function moveLines(
  move: Move,
  by: readonly string[],
  targets: readonly string[],
  economy: Economy,
  levied: readonly Line[]
): Line[] {
  switch (move.what) {
    case "embargo":
      return [embargo(by, targets, economy)];
    case "full-blocking":
      return fullBlocking(by, targets, economy);
    case "column-two":
      return [columnTwo(by, targets, economy)];
    case "tariff-to":
      return [tariffTo(factorOf(`tariff-to ${sizeWords(move.rate)}`, move.rate), by, targets, economy, levied)];
    case "export-control":
      return [exportControls(by, targets, move.sectors, shareOf(move), economy)];
    case "import-ban":
      return [importBan(by, targets, move.sectors, shareOf(move), economy)];
  }
}

const shareOf = ({what, sectors, share}: Extract<Move, {readonly share: Uncertain}>): Factor =>
  factorOf(`${what} ${sizeWords(share)} in ${listWords(sectors)}`, share);

function wedgeLine({kind, from, to, sectors, size}: ScenarioWedge): Line {
  const words = `${kind} ${sizeWords(size)} from ${listWords(from)} to ${listWords(to)} in ${listWords(sectors)}`;
  const factors = [factorOf(words, size)];
  const wedges = from.flatMap((origin) =>
    to
      .filter((destination) => destination !== origin)
      .flatMap((destination) => sectors.map((sector): Wedge => ({kind, origin, destination, sector, size: factors})))
  );
  return {of: words, title: words, rule: RULE, wedges};
}

/** The same against those who press, on the way back: of each wedge between one of `by` and somebody else. */
function mirrored(lines: readonly Line[], by: readonly string[], share: Uncertain): Line[] {
  if (centre(share) === 0) return [];
  const factor = factorOf("retaliation", share);
  return lines.flatMap(({of, title, wedges}): Line[] => {
    const back = wedges
      .filter(({origin, destination}) => by.includes(origin) !== by.includes(destination))
      .map((wedge): Wedge => {
        const {origin, destination, size} = wedge;
        return {...wedge, origin: destination, destination: origin, size: [...size, factor]};
      });
    return back.length === 0 ? [] : [{of: `answer to ${of}`, title: `answer to ${title}`, rule: RULE, wedges: back}];
  });
}

function transferLine({from, to, amount}: ScenarioTransfer): Line {
  const words = `transfer of ${sizeWords(amount)} million USD from ${from} to ${to}`;
  return {of: words, title: words, rule: RULE, wedges: [], transfers: [{from, to, size: [factorOf(words, amount)]}]};
}

const RULE = "scenario";

/** A size that a scenario states: what is stated in the same words twice has one draw. */
const factorOf = (words: string, value: Uncertain): Factor => ({key: `scenario ${words}`, value});

const sizeWords = (size: Uncertain): string =>
  size.kind === "triangular" ? `[${size.low}, ${size.likely}, ${size.high}]` : String(centre(size));

const listWords = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(", ");
