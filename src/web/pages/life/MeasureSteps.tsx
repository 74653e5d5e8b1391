import {type Colour, colour} from "../../../charts/palette.ts";
import {stepKind} from "../../../charts/strandEvents.ts";
import {channelOf} from "../../../sanctions/channel.ts";
import {type Event, type Motive, motiveKeys} from "../../../sanctions/event.ts";
import {type Life, type Step, verbOf} from "../../../sanctions/life.ts";
import type {Day} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {recordWords} from "../../words/record.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import {within} from "./dayAt.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly record: CaseRecord;
  readonly life: Life;
  readonly on: Day;
  readonly onDay: (day: Day) => void;
};

/** The steps of a life in order, each with its clocks, instrument, sources, verification and coded motives. */
export function MeasureSteps({record, life, on, onDay}: Props) {
  const say = useWords(lifeWords);
  return (
    <>
      <h3>{say("drawer.steps", {n: life.steps.length})}</h3>
      <ol className="steps" style={{color: colour(channelOf(life.measure) as Colour)}}>
        {life.steps.map((step, i) => (
          <StepItem key={i} record={record} step={step} isPast={step.when.earliest <= on} onDay={onDay} />
        ))}
      </ol>
    </>
  );
}

type StepProps = Pick<Props, "record" | "onDay"> & {readonly step: Step; readonly isPast: boolean};

function StepItem({record, step, isPast, onDay}: StepProps) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {when} = useFormat();
  const {cause, standing, ahead} = step;
  const {event} = cause;
  const {from, to} = record.record.coverage;
  const isAct = cause.kind === "act";
  const part = isAct && event.extent === "part" ? ` (${say("step.part")})` : "";
  const clockText = say(verbOf(cause) === "reimposed" ? "step.revives" : "step.runsOut");
  const day = within(Math.min(Math.max(step.when.nominal, step.when.earliest), step.when.latest) as Day, from, to);
  return (
    <li className={`step is-${stepKind(step)} ${isPast ? "is-past" : "is-ahead"}`}>
      <div className="step-body">
        <p className="step-head">
          <button type="button" className="link" title={say("step.go")} onClick={() => onDay(day)}>
            {when(step.when)}
          </button>{" "}
          <strong>
            {sayRecord(`verb.${verbOf(cause)}`)}
            {part}
          </strong>{" "}
          <span className="muted">→ {sayRecord(`standing.${standing}`)}</span>
        </p>
        <p lang={isAct ? record.language : undefined}>
          {isAct ? event.what : `${clockText}${ahead ? ` ${say("step.unless")}` : ""}`}
        </p>
        <p className="muted" lang={isAct ? "en" : undefined}>
          {isAct ? event.instrument : say("step.setBy", {instrument: event.instrument})}
        </p>
        {isAct && <Clocks event={event} />}
        {isAct && event.note !== undefined && <p className="muted">{say("step.note", {text: event.note})}</p>}
        <Grounds record={record} event={event} />
        {isAct && event.motives.map((motive) => <MotiveBars key={motive.coder} record={record} motive={motive} />)}
      </div>
    </li>
  );
}

/** The clocks that an event sets, where there is more than the one that dates the step. */
function Clocks({event}: {readonly event: Event}) {
  const sayRecord = useWords(recordWords);
  const {when} = useFormat();
  const set = (["announced", "effective", "published", "expires"] as const).flatMap((name) => {
    const at = event[name];
    return at === undefined ? [] : [{name, at}];
  });
  if (set.length === 1 && set[0]!.name !== "expires") return null;
  return (
    <dl className="clocks">
      {set.map(({name, at}) => (
        <div key={name}>
          <dt>{sayRecord(`clock.${name}`)}</dt>
          <dd>{when(at)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far a step is checked, how sure it is, and its sources. */
function Grounds({record: {record}, event}: {readonly record: CaseRecord; readonly event: Event}) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {verification, confidence, sources} = event;
  return (
    <>
      <p className="grounds">
        <span className={`badge is-${verification}`} title={sayRecord(`verification.${verification}.rule`)}>
          {sayRecord(`verification.${verification}`)}
        </span>
        <span className="muted">
          {sayRecord(`confidence.${confidence.level}`)}: <span lang="en">{confidence.why}</span>
        </span>
      </p>
      {sources.length > 0 && (
        <ul className="sources" aria-label={say("step.sources")} lang="en">
          {sources.map(({source, at}) => {
            const found = record.sources.find(({id}) => id === source);
            const title = `${found?.title ?? source}${at === undefined ? "" : `, ${at}`}`;
            return (
              <li key={`${source} ${at}`}>
                {found?.URL === undefined ? (
                  title
                ) : (
                  <a href={found.URL} target="_blank" rel="noreferrer">
                    {title}
                  </a>
                )}
                {found?.consulted === false && <span className="muted"> ({say("step.unread")})</span>}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** One coder's judgement of why relief came: the weights as bars, the coder's name, the reason. */
function MotiveBars({record: {record, language}, motive}: {readonly record: CaseRecord; readonly motive: Motive}) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {percent} = useFormat();
  const coder = record.coders.find(({id}) => id === motive.coder)?.name ?? motive.coder;
  const weighed = motiveKeys
    .filter((key) => motive.weights[key] > 0)
    .sort((a, b) => motive.weights[b] - motive.weights[a]);
  return (
    <figure className="motives">
      <figcaption>{say("motives.by", {coder})}</figcaption>
      <dl>
        {weighed.map((key) => (
          <div key={key}>
            <dt>{sayRecord(`motive.${key}`)}</dt>
            <dd>
              <i style={{width: `${100 * motive.weights[key]}%`}} />
              <span>{percent(motive.weights[key])}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p lang={language}>{motive.rationale}</p>
    </figure>
  );
}
