import {standingAsOf} from "../../../sanctions/asOf.ts";
import {certaintyOf, maskOf, standingsIn, standingsOn} from "../../../sanctions/asOfIndex.ts";
import {type Channel, channelOf} from "../../../sanctions/channel.ts";
import type {Life} from "../../../sanctions/life.ts";
import {standingSince} from "../../../sanctions/since.ts";
import {isLive, type Standing, standings, stateOf} from "../../../sanctions/standing.ts";
import type {Day} from "../../../time/day.ts";
import type {ImpreciseDay} from "../../../time/impreciseDay.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";

/** A measure that is, or may be, on the books on a day. */
export type StandingRow = {
  readonly life: Life;
  readonly channel: Channel;
  readonly standings: readonly Standing[];
  readonly certainty: "certain" | "possible";
  /** Since when it has been in its state. */
  readonly since: ImpreciseDay;
};

/** [lives] where every measure of the record stands, as masks: cheap enough for every frame. */
export const masksOn = ({index}: Pick<CaseRecord, "index">, day: Day): Uint16Array => standingsOn(index, day);

const LIVE = maskOf(standings.filter(isLive));

/** Is the measure on the books on the day, certainly or possibly? */
export const isLiveMask = (mask: number): boolean => (mask & LIVE) !== 0;

/** The measures on the books on a day, in the order of `lives`. */
export function standingRows({lives}: Pick<CaseRecord, "lives">, masks: Uint16Array, day: Day): StandingRow[] {
  return lives.flatMap((life, i): StandingRow[] => {
    if (!isLiveMask(masks[i]!)) return [];
    const at = standingAsOf(life, day);
    const since = standingSince(at)!.state.when;
    return [
      {life, channel: channelOf(life.measure), standings: at.standings, certainty: certaintyOf(masks[i]!), since}
    ];
  });
}

/** How many measures certainly stand where; `possible` are those on which the dates leave more than one state open. */
export type Counts = {
  readonly inForce: number;
  readonly held: number;
  readonly threatened: number;
  readonly possible: number;
};

export function countsOf(rows: readonly StandingRow[]): Counts {
  const certain = rows.filter(({certainty}) => certainty === "certain");
  const at = (state: ReturnType<typeof stateOf>) =>
    certain.filter((row) => stateOf(row.standings[0]!) === state).length;
  return {
    inForce: at("inForce"),
    held: at("suspended"),
    threatened: at("threatened"),
    possible: rows.length - certain.length
  };
}

/** How a measure is drawn where one mark stands for its standing: by the heaviest that the dates allow. */
export type Bead = "none" | "full" | "eased" | "held" | "threatened";

export function beadOf(mask: number): {readonly look: Bead; readonly isPossible: boolean} {
  if (!isLiveMask(mask)) return {look: "none", isPossible: false};
  const here = standingsIn(mask);
  const look: Bead = here.includes("inForce")
    ? "full"
    : here.includes("eased")
      ? "eased"
      : here.includes("suspended") || here.includes("waived")
        ? "held"
        : "threatened";
  return {look, isPossible: here.length > 1};
}
