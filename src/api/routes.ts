import type {Route} from "./route.ts";
import {brief} from "./routes/brief.ts";
import {calendar} from "./routes/calendar.ts";
import {oneCase} from "./routes/case.ts";
import {cases} from "./routes/cases.ts";
import {citation} from "./routes/citation.ts";
import {claims} from "./routes/claims.ts";
import {diff} from "./routes/diff.ts";
import {exported} from "./routes/exports.ts";
import {howLong} from "./routes/howLong.ts";
import {measure} from "./routes/measure.ts";
import {measures} from "./routes/measures.ts";
import {pendulum} from "./routes/pendulum.ts";
import {pendulumComparison} from "./routes/pendulumComparison.ts";
import {price} from "./routes/price.ts";
import {sources} from "./routes/sources.ts";
import {specificationCurve} from "./routes/specificationCurve.ts";
import {states} from "./routes/states.ts";
import {table} from "./routes/table.ts";
import {tables} from "./routes/tables.ts";
import {timeline} from "./routes/timeline.ts";

/** Every route, in the order in which the document lists them. */
export const routes: readonly Route[] = [
  cases,
  oneCase,
  measures,
  measure,
  diff,
  timeline,
  calendar,
  pendulum,
  pendulumComparison,
  claims,
  howLong,
  specificationCurve,
  states,
  price,
  brief,
  sources,
  citation,
  tables,
  table,
  exported
];
