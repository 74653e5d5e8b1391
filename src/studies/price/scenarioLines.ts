import {
  type Move,
  membersOf,
  type Scenario,
  type ScenarioStep,
  type ScenarioTransfer,
  type ScenarioWedge
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

/**
 * All lines that hold in a step: the standing without what is lifted, what the senders add, the coalition with the same,
 * third countries that comply, those that are cut off, and the answer of the other side.
 */
export function linesOf(step: ScenarioStep, scenario: Scenario, standing: Standing, economy: Economy): Line[] {
  const {coalition, retaliation, secondary} = scenario;
  const [senders, targets] = [membersOf(scenario.senders), membersOf(scenario.targets)];
  const kept = keptLines(step, standing);
  const levied = [...kept, ...standing.before.map((line) => scaleLine(line, -1))];
  const moves = (by: readonly string[]) => step.add.flatMap((move) => moveLines(move, by, targets, economy, levied));
  const added = [...step.reinstate.flatMap(standing.inFull), ...step.wedges.map(wedgeLine)];
  const shared = [...kept.filter(({of}) => step.join.includes(of)), ...added];
  /** What the senders add or share, with another country in the place of the first sender. */
  const joined = (by: string): Line[] => [
    ...targets.flatMap((target) => adopted(shared, {sender: senders[0]!, target, by})),
    ...moves([by])
  ];
  const pressing = [...added, ...moves(senders), ...membersOf(coalition).flatMap(joined)];
  if (secondary !== null && shared.length + step.add.length > 0)
    for (const {country, share} of secondary.comply) {
      if (share > 0) pressing.push(...joined(country).map((line) => scaleLine(line, share)));
      if (share < 1 && centre(secondary.cutOff) > 0) {
        const closed = factorOf("cutOff", secondary.cutOff);
        const lines = senders.map((sender) => cutOff(economy, sender, country, closed));
        pressing.push(...lines.map((line) => scaleLine(line, 1 - share)));
      }
    }
  const isAnswered = retaliation !== null && pressing.length > 0;
  return [
    ...kept,
    ...pressing,
    ...(isAnswered ? mirrored(pressing, retaliation.by, retaliation.mirror) : []),
    ...(isAnswered ? retaliation.wedges.map(wedgeLine) : []),
    ...step.transfers.map(transferLine)
  ];
}

/** The lines that hold on the day, without what a step lifts, and less of what it eases. */
const keptLines = ({lift, ease}: ScenarioStep, {held}: Standing): Line[] =>
  held
    .filter(({of}) => !lift.includes(of))
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
