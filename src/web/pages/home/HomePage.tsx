import {type Colour, colour} from "../../../charts/palette.ts";
import {yearOf} from "../../../time/day.ts";
import {cases} from "../../data/catalogue.ts";
import type {CatalogueEntry} from "../../data/catalogueEntry.ts";
import {Link} from "../../router/Link.tsx";
import {casePages, pathOf} from "../../router/routes.ts";
import {useLanguage} from "../../router/useAddress.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import {doors} from "./doors.ts";
import {RelationshipBox} from "./RelationshipBox.tsx";
import {homeWords} from "./words.ts";

/** The front door: one sentence, one box, the first case in little, and a door for each kind of reader. */
export function HomePage() {
  const say = useWords(homeWords);
  return (
    <div className="home">
      <section className="hero">
        <h1>{say("sentence")}</h1>
        <RelationshipBox />
      </section>
      {cases.map((entry) => (
        <Miniature key={entry.id} entry={entry} />
      ))}
      <section className="doors" aria-label={say("doors")}>
        {doors.map(({id, ways}) => (
          <article key={id} className="door">
            <h2>{say(`${id}.title`)}</h2>
            <p>{say(`${id}.text`)}</p>
            <ul>
              {ways.map(({word, to}) => (
                <li key={word}>
                  <Link to={to}>{say(word)}</Link>
                </li>
              ))}
            </ul>
          </article>
        ))}
      </section>
    </div>
  );
}

/** A case as its strands alone: a picture to open. */
function Miniature({entry}: {readonly entry: CatalogueEntry}) {
  const say = useWords(homeWords);
  const language = useLanguage();
  const {number} = useFormat();
  const {id, title, coverage, measures, events, verified, miniature} = entry;
  const name = title[language];
  const facts = {measures: number(measures), events: number(events), verified: number(verified)};
  const decades = [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020];
  const [first, last] = [yearOf(coverage.from), yearOf(coverage.to) + 1];
  const at = (year: number) => (1000 * (year - first)) / (last - first);
  return (
    <Link className="miniature" to={{path: pathOf({kind: "case", caseId: id, page: casePages[0]}), query: {}}}>
      <svg viewBox={`0 0 1000 ${miniature.height}`} preserveAspectRatio="none" aria-hidden="true">
        {decades.map((year) => (
          <path key={year} className="decade" d={`M${at(year)} 0V${miniature.height}`} />
        ))}
        {miniature.paths.map(({channel, width, d}) => (
          <path key={`${channel} ${width}`} d={d} stroke={colour(channel as Colour)} strokeWidth={width} />
        ))}
      </svg>
      <span className="decades" aria-hidden="true">
        {decades.map((year) => (
          <span key={year} style={{left: `${at(year) / 10}%`}}>
            {year}
          </span>
        ))}
      </span>
      <span className="miniature-text">
        <strong>{name}</strong>
        <span>{say("facts", facts)}</span>
        <span className="open">{say("open")} →</span>
      </span>
    </Link>
  );
}
