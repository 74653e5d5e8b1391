import type {Case} from "../casebook/case.ts";
import type {CalendarEntry} from "../sanctions/calendar.ts";
import {durability} from "../sanctions/durability.ts";
import {STOP_WITHIN_DAYS} from "../sanctions/escalationStops.ts";
import {verbs} from "../sanctions/verb.ts";
import type {CostRow} from "../studies/whatItCosts.ts";
import type {Language} from "../time/dateWords.ts";
import {type Day, formatDay} from "../time/day.ts";
import {type Context, contextOf} from "./context.ts";
import type {Brief, BriefForm, Section, Text} from "./document.ts";
import {notesOf} from "./notes.ts";
import {recordUpTo} from "./recordUpTo.ts";
import {caveatsSection} from "./sections/caveats.ts";
import {claimsSection} from "./sections/claims.ts";
import {easeSection} from "./sections/ease.ts";
import {howLongSection} from "./sections/howLong.ts";
import {lastSection, stopsUpTo} from "./sections/last.ts";
import {methodSection, verificationOf} from "./sections/method.ts";
import {ahead, fixedSection, nextSection} from "./sections/next.ts";
import {openingBlocks, pathSection, severityShares} from "./sections/path.ts";
import {type BriefPrice, change, priceSection} from "./sections/price.ts";
import {countSection, countStanding, standing, standSection} from "./sections/stand.ts";
import {tradeSection} from "./sections/trade.ts";
import {lastYear, yearSection} from "./sections/year.ts";

export type BriefOptions = {
  /** The day that the brief is written for; the last day that the record covers when left out. */
  readonly on?: Day;
  readonly language?: Language;
  readonly form?: BriefForm;
  /** Priced by the caller; the brief has no section on prices without. */
  readonly price?: BriefPrice | null;
};

/** The sections of each form, in order; a section that the case has no data for is left out. */
const sectionsOf: Readonly<Record<BriefForm, readonly ((context: Context) => Section | readonly Section[])[]>> = {
  full: [
    standSection,
    pathSection,
    easeSection,
    howLongSection,
    lastSection,
    tradeSection,
    priceSection,
    nextSection,
    claimsSection,
    methodSection
  ],
  short: [countSection, yearSection, fixedSection, caveatsSection]
};

/**
 * The brief of a case on a day, as data: in full, or short, which is about two pages. What stands, what led to it and
 * what lay ahead is told as it was on record on the day; later days are known in three places, which say so: what came
 * of the days ahead, the claims, which are about the whole record, and the reasons of findings, which are written today.
 * No clock is read: the same case and options give the same brief.
 */
export function buildBrief(
  one: Case,
  {on = one.coverage.to, language = "en", form = "full", price = null}: BriefOptions = {}
): Brief {
  const context = contextOf(one, recordUpTo(one.measures, on, one.coverage.to), on, language, price);
  const {say, worded, day} = context;
  const lead = leadOf(context);
  const sections = sectionsOf[form].flatMap((section) => section(context));
  return {
    form,
    language,
    title: say("title", {case: worded.title, day: day(on)}),
    subtitle: say("subtitle"),
    disclaimer: say("disclaimer"),
    labels: {contents: say("contents"), notes: say("notes.title"), numbers: say("tableOf")},
    figures: figuresOf(context),
    lead,
    opening: openingBlocks(context, form),
    sections,
    notes: notesOf(lead, sections, one.sources, say),
    colophon: say("colophon", {
      id: one.id,
      version: one.version,
      to: formatDay(one.coverage.to),
      checksum: one.checksum,
      licence: one.licence
    })
  };
}

function figuresOf(context: Context): Brief["figures"] {
  const {one, lives, on, beyond, say, day, number, percent} = context;
  const {inFull, eased, held, mostInForce} = countStanding(standing(context));
  const inForce = inFull + eased;
  const {reliefs, acts} = durability(lives, on);
  const reversed = reliefs.filter(({reversal}) => reversal !== null).length;
  const {relief: stops, court} = stopsUpTo(context);
  const certainStops = stops.filter(({certainty}) => certainty === "certain").length;
  return [
    {
      value: number(inForce),
      label: say(inForce === 1 ? "figure.inForce.one" : "figure.inForce"),
      rule: [
        beyond ? say("figure.inForce.beyond", {to: day(one.coverage.to)}) : say("figure.inForce.rule"),
        ...(mostInForce > inForce ? [say("figure.inForce.most", {most: number(mostInForce)})] : [])
      ].join("; ")
    },
    {value: number(held), label: say("figure.held"), rule: say("figure.held.rule")},
    {
      value: percent(reversed / reliefs.length),
      label: say("figure.reversed"),
      rule: say("figure.reversed.rule", {k: number(reversed), n: number(reliefs.length), acts: number(acts.reversals)})
    },
    {
      value: number(certainStops),
      label: say(certainStops === 1 ? "figure.stops.one" : "figure.stops"),
      rule: say("figure.stops.rule", {
        n: STOP_WITHIN_DAYS,
        possible: number(stops.length - certainStops),
        court: number(court.length)
      })
    }
  ];
}

function leadOf(context: Context): Text[] {
  const {one, on, beyond, say, day, number, percent} = context;
  const {inFull, eased, held, threatened, possible} = countStanding(standing(context));
  const {verified, partly, recalled} = verificationOf(context);
  const events = verified.length + partly.length + recalled.length;
  const stand = say(beyond ? "lead.stand.beyond" : "lead.stand", {
    day: day(on),
    inForce: number(inFull + eased),
    eased: number(eased),
    held: number(held),
    threatened: number(threatened),
    possible: number(possible)
  });
  return [
    [...(beyond ? [`${say("lead.beyond", {to: day(one.coverage.to)})} `] : []), stand, ...pendulumLead(context)],
    [yearLead(context)],
    [nextLead(context)],
    ...priceLead(context),
    ...(events === 0
      ? []
      : [
          [
            say("lead.verified", {
              verified: number(verified.length),
              share: percent(verified.length / events),
              n: number(events),
              partly: number(partly.length),
              recalled: number(recalled.length)
            })
          ]
        ])
  ];
}

/** Nothing while no measure has been in force. */
function pendulumLead(context: Context): Text {
  const {on, say, day, percent} = context;
  const {highest, shares} = severityShares(context, [on]);
  const share = shares[0]!;
  if (Number.isNaN(share)) return [];
  const sentence =
    share >= 1 ? say("lead.peak") : say("lead.pendulum", {share: percent(share), highest: day(highest.day)});
  return [" ", sentence];
}

/** Steps of the twelve months to the day by verb. */
function yearLead(context: Context): string {
  const {say, number} = context;
  const steps = lastYear(context);
  const list = verbs.flatMap((verb) => {
    const n = steps.filter((step) => step.verb === verb).length;
    return n === 0 ? [] : [`${say(`verb.${verb}`)}\u00a0${number(n)}`];
  });
  return list.length === 0 ? say("lead.noYear") : say("lead.year", {list: list.join(", ")});
}

/** What the largest step and the largest relief of the ladder come to; nothing where the brief is not priced. */
function priceLead(context: Context): Text[] {
  const {price, say, worded, one} = context;
  const row = (id: string) => price?.study.rows.find(({step}) => step.id === id);
  const [lift, embargo] = [row("lift-all"), row("embargo")];
  if (price === null || lift === undefined || embargo === undefined) return [];
  const told = (of: CostRow, group: string) =>
    change(of.groups[price.study.groups.findIndex(({id}) => id === group)]!, context);
  return [
    [
      say("lead.price", {
        sender: worded.party(one.sender),
        target: worded.party(one.target),
        senderLift: told(lift, price.sender),
        targetLift: told(lift, price.target),
        senderEmbargo: told(embargo, price.sender),
        targetEmbargo: told(embargo, price.target)
      })
    ]
  ];
}

const NEXT_NAMED = 3;

/** The next days that an act has fixed; where there is none, the next that a standing rule sets. */
function nextLead(context: Context): string {
  const {say, when, worded} = context;
  const {fixed, ruled} = ahead(context);
  const named = (entry: CalendarEntry) =>
    `${when(entry.day)}, ${say(`kind.${entry.kind}`)} (${worded.measure(entry.measure)})`;
  const list = [
    ...fixed.map((entry) => (entry.since === "overtaken" ? `${named(entry)}, ${say("next.overtaken")}` : named(entry))),
    ...(fixed.length > 0 ? [] : ruled.map(named))
  ].slice(0, NEXT_NAMED);
  return list.length === 0 ? say("lead.nothingNext") : say("lead.next", {list: list.join("; ")});
}
