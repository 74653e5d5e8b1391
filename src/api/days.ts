import type {Case} from "../casebook/case.ts";
import {incorrect} from "../errors.ts";
import {type Day, formatDay} from "../time/day.ts";

/** @throws incorrect `api/days-reversed` */
export function requireDays(from: Day, to: Day): void {
  if (from <= to) return;
  throw incorrect("api/days-reversed", `invalid to: ${formatDay(to)}; write a day on or after ${formatDay(from)}`);
}

/** @throws incorrect `api/days-reversed` where no day of the record is observed */
export function requireWindow(
  {coverage}: Pick<Case, "coverage">,
  from: Day = coverage.from,
  until: Day = coverage.to
): void {
  const last = Math.min(until, coverage.to) as Day;
  if (from < last) return;
  const [name, typed, right] =
    until >= coverage.to
      ? ["from", from, `before ${formatDay(coverage.to)}`]
      : ["until", until, `after ${formatDay(from)}`];
  throw incorrect("api/days-reversed", `invalid ${name}: ${formatDay(typed)}; write a day ${right}`);
}
