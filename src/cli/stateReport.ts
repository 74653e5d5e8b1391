import type {Case} from "../casebook/case.ts";
import type {StateShares} from "../studies/stateShares.ts";
import {measureStates} from "../studies/stateSpells.ts";
import {formatDay} from "../time/day.ts";
import {printLeftOut, shareText} from "./durationReport.ts";
import type {Effects} from "./effects.ts";
import {count, heading, paragraph} from "./style.ts";
import {table} from "./table.ts";

/** The share of measures in each state by years since they came into force. */
export function printStates(one: Case, study: StateShares, effects: Effects): void {
  const {measures, clusters, horizons, table: own} = study;
  effects.out(heading(`${one.title}: where measures stand, by years since they came into force`, effects));
  effects.out(
    paragraph(
      `${count(measures, "measure")} in ${count(clusters, "package")} up to ${formatDay(own.until)}; ${own.excluded.length} left out. Held is waived or suspended as a whole; an ended measure may be imposed again. Shares add up to 100 %, with 95 % limits.`,
      effects.width
    )
  );
  effects.out("");
  effects.out(
    table(
      [{label: "State", wraps: true}, ...horizons.map(({years}) => ({label: `${years} y`, align: "right" as const}))],
      [
        ...measureStates.map((state, s) => [
          state,
          ...horizons.map(({states}) => {
            const {share, interval} = states[s]!;
            return shareText({low: share, high: share, interval});
          })
        ]),
        ["observed", ...horizons.map(({observed}) => String(observed))]
      ],
      effects.width
    )
  );
  effects.out("");
  printLeftOut(own.excluded, effects);
}
