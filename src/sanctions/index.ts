export {answers, asOf, madeStanding, newestStep, type StandingAsOf, shownStep, standingAsOf} from "./asOf.ts";
export {
  type AsOfIndex,
  certaintyOf,
  diffDays,
  indexColumns,
  indexLives,
  standingsIn,
  standingsOn,
  tally
} from "./asOfIndex.ts";
export {authoritiesOn, groundsOn} from "./authorities.ts";
export {type CalendarEntry, type CalendarKind, type CalendarOutcome, calendar} from "./calendar.ts";
export {type Channel, channelOf, channels} from "./channel.ts";
export {type Change, type ChangeKind, diff} from "./diff.ts";
export {changeInWords} from "./diffWords.ts";
export {type Durability, durability, type Relief} from "./durability.ts";
export {type Act, acts, type Easing, type EasingPath, easingPath, easings, meanMotives} from "./easings.ts";
export {type Era, eraOf} from "./era.ts";
export {type EscalationStop, escalationStops, STOP_WITHIN_DAYS} from "./escalationStops.ts";
export {type Event, type Motive, type MotiveKey, motiveKeys, operative} from "./event.ts";
export {type EraMix, instrumentMix} from "./instrumentMix.ts";
export {
  apply,
  type Cause,
  type Fold,
  inOrder,
  type Life,
  type LifeProblem,
  lifeOf,
  START,
  type Step,
  verbOf
} from "./life.ts";
export {type Authority, type Measure, type MeasureType, measureTypes} from "./measure.ts";
export {
  BAND,
  compareDays,
  type PendulumPoint,
  type PendulumRule,
  pendulum,
  pendulumBand,
  pendulumByChannel,
  pendulumRules
} from "./pendulum.ts";
export {severity} from "./severity.ts";
export {type Since, standingSince} from "./since.ts";
export {
  type EndCause,
  isLive,
  isOpen,
  type Standing,
  type State,
  standings,
  standingWord,
  stateOf
} from "./standing.ts";
export {type TimelineEntry, timeline} from "./timeline.ts";
export {legalVerbs, type Transition, transitions} from "./transitions.ts";
export {isEasing, isEnding, isPressure, isRelief, type Verb, verbs} from "./verb.ts";
export {type Ender, type WhoCanEnd, whoCanEnd} from "./whoCanEnd.ts";
