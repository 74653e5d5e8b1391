import type {Day} from "../time/day.ts";
import {type Channel, channelOf, channels} from "./channel.ts";
import type {Era} from "./era.ts";
import {type Life, verbOf} from "./life.ts";
import type {MeasureType} from "./measure.ts";
import {isPressure} from "./verb.ts";

/** Acts of pressure in one era by measure type and by channel. Shares sum to 1; NaN in an era without pressure. */
export type EraMix = {
  readonly era: Era;
  readonly acts: number;
  readonly byType: readonly {readonly type: MeasureType; readonly acts: number; readonly share: number}[];
  readonly byChannel: readonly {readonly channel: Channel; readonly acts: number; readonly share: number}[];
};

/**
 * Which instruments an era reached for: imposed, tightened and reimposed acts by the type and channel of their
 * measure. An act is placed by its nominal day; acts after `until` and clocks are not counted.
 */
export function instrumentMix(lives: readonly Life[], eras: readonly Era[], until: Day): EraMix[] {
  return eras.map((era) => {
    const measures = lives.flatMap((life) =>
      life.steps
        .filter(({cause, when}) => {
          const day = when.nominal;
          const inside = era.from <= day && (era.to === null || day < era.to) && day <= until;
          return inside && cause.kind === "act" && isPressure(verbOf(cause));
        })
        .map(() => life.measure)
    );
    const share = (n: number) => n / measures.length;
    const types = [...new Set(measures.map(({type}) => type))].sort();
    const byType = types.map((type) => {
      const acts = measures.filter((m) => m.type === type).length;
      return {type, acts, share: share(acts)};
    });
    const byChannel = channels.map((channel) => {
      const acts = measures.filter((m) => channelOf(m) === channel).length;
      return {channel, acts, share: share(acts)};
    });
    return {era, acts: measures.length, byType: byType.sort((a, b) => b.acts - a.acts), byChannel};
  });
}
