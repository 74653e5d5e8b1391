import {standingAsOf} from "../sanctions/asOf.ts";
import {type Channel, channelOf, channels} from "../sanctions/channel.ts";
import type {Life} from "../sanctions/life.ts";
import type {Standing} from "../sanctions/standing.ts";
import {addDays, type Day} from "../time/day.ts";

/** A stretch [from, to) of a life in which the standing is one and the measure may be on the books. */
export type Segment = {
  readonly from: Day;
  readonly to: Day;
  /** The heaviest standing that the dates allow. */
  readonly standing: Standing;
  /** `possible` where the dates allow another standing too, an end or a start among them. */
  readonly certainty: "certain" | "possible";
};

/** Lives of one channel by first segment, then id; measures that never were on the books within the days are left out. */
export type Strands = {
  readonly channel: Channel;
  readonly strands: readonly {readonly life: Life; readonly segments: readonly Segment[]}[];
};

/** What a life line shows, heaviest first. */
const weight: readonly Standing[] = ["inForce", "eased", "suspended", "waived", "threatened"];

/** The segments of a life between two days, both included. Neighbours that look alike are one segment. */
export function segments(life: Life, from: Day, to: Day): Segment[] {
  const end = addDays(to, 1);
  const turns = life.steps.flatMap(({when}) => [when.earliest, when.latest]).filter((day) => day > from && day < end);
  const days = [...new Set([from, ...turns])].sort((a, b) => a - b);
  const out: Segment[] = [];
  days.forEach((day, i) => {
    const at = standingAsOf(life, day);
    const standing = weight.find((one) => at.standings.includes(one));
    if (standing === undefined) return;
    const certainty = at.standings.length === 1 ? "certain" : "possible";
    const next = days[i + 1] ?? end;
    const last = out.at(-1);
    if (last?.to === day && last.standing === standing && last.certainty === certainty) {
      out[out.length - 1] = {...last, to: next};
    } else out.push({from: day, to: next, standing, certainty});
  });
  return out;
}

export function strandsByChannel(lives: readonly Life[], from: Day, to: Day): Strands[] {
  const all = lives
    .map((life) => ({life, segments: segments(life, from, to)}))
    .filter(({segments: own}) => own.length > 0)
    .sort((a, b) => a.segments[0]!.from - b.segments[0]!.from || (a.life.measure.id < b.life.measure.id ? -1 : 1));
  return channels
    .map((channel) => ({channel, strands: all.filter(({life}) => channelOf(life.measure) === channel)}))
    .filter(({strands}) => strands.length > 0);
}
