import {standingAsOf} from "../../../sanctions/asOf.ts";
import {channelOf} from "../../../sanctions/channel.ts";
import type {Life} from "../../../sanctions/life.ts";
import type {Authority} from "../../../sanctions/measure.ts";
import {whoCanEnd} from "../../../sanctions/whoCanEnd.ts";
import type {Day} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {Dialog} from "../../figures/Dialog.tsx";
import {recordWords} from "../../words/record.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import type {Language} from "../../words/words.ts";
import {MeasureSteps} from "./MeasureSteps.tsx";
import {lifeWords} from "./words.ts";

type Props = {
  readonly record: CaseRecord;
  readonly life: Life;
  readonly on: Day;
  readonly onDay: (day: Day) => void;
  readonly onClose: () => void;
};

/** The life of one measure: where it stands, every step with what it rests on, and what the measure is. */
export function MeasureDrawer({record, life, on, onDay, onClose}: Props) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {day} = useFormat();
  const {measure} = life;
  const at = standingAsOf(life, on);
  const standing = at.standings.map((one) => sayRecord(`standing.${one}`)).join(` ${sayRecord("or")} `);
  return (
    <Dialog title={<span lang={record.language}>{measure.title}</span>} look="drawer" onClose={onClose}>
      <p className="lead">
        {say(at.certainty === "certain" ? "drawer.stands" : "drawer.standsPerhaps", {day: day(on), standing})}
      </p>
      <p className="muted">
        {sayRecord(`channel.${channelOf(measure)}`)} · {sayRecord(`type.${measure.type}`)} · <code>{measure.id}</code>
      </p>
      <MeasureSteps record={record} life={life} on={on} onDay={onDay} />
      <h3>{say("drawer.about")}</h3>
      <MeasureFacts record={record} life={life} on={on} />
    </Dialog>
  );
}

function MeasureFacts({record: {record, language}, life: {measure}, on}: Pick<Props, "record" | "life" | "on">) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {when, list} = useFormat();
  const names = (ids: readonly string[]) =>
    list(ids.map((id) => record.parties.find((one) => one.id === id)?.name ?? id));
  const {ender} = whoCanEnd(measure, on);
  const authority = ({cite, from, to}: Authority) => {
    const days = [from && say("from", {day: when(from)}), to && say("until", {day: when(to)})].filter((one) => one);
    return days.length === 0 ? cite : `${cite} (${days.join(", ")})`;
  };
  const facts: readonly (readonly [name: string, text: string | null, language?: Language])[] = [
    [say("fact.parties"), `${names(measure.senders)} → ${names(measure.targets)}`],
    [say("fact.authorities"), measure.authorities.map(authority).join("; "), "en"],
    [say("fact.ender"), sayRecord(`ender.${ender}`)],
    [say("fact.scope"), measure.scope, language],
    [say("fact.trade"), measure.tradeShare, "en"],
    [say("fact.reviews"), measure.reviews.map(({what, every}) => `${every}: ${what}`).join("; "), language],
    [say("fact.status"), measure.status, "en"]
  ];
  return (
    <dl className="facts">
      {facts.map(([name, text, own]) =>
        text === null || text === "" ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang={own}>{text}</dd>
          </div>
        )
      )}
    </dl>
  );
}
