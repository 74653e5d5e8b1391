import type {Coalition} from "../studies/price/coalition.ts";
import type {EqualisingTransfers} from "../studies/price/equalisingTransfers.ts";
import type {Frontier, FrontierRow} from "../studies/price/frontier.ts";
import type {GameResult, PlayerRow} from "../studies/price/secondaryGame.ts";
import type {SwitchingPoint} from "../studies/price/switchingPoint.ts";
import type {Worth} from "../studies/price/worth.ts";
import type {WhatItCosts} from "../studies/whatItCosts.ts";
import type {Effects} from "./effects.ts";
import {costText, signed} from "./priceReport.ts";
import {aside, count, heading, paragraph} from "./style.ts";
import {table} from "./table.ts";

const right = {align: "right"} as const;
/** Million USD that is lost, as billions gained: a loss is below 0, as everywhere in a price. */
const billions = (lost: number): string => signed(-lost / 1000, 2);

/** Per unit of own cost; people who read a list want one word where there is no ratio. */
const worthText = (worth: Worth): string =>
  worth.kind === "ratio" ? worth.value.toFixed(2) : worth.kind === "free" ? "costs nothing" : "no harm";

/** Who joins, what each joining adds and costs, and the sums that would make burdens equal. */
export function printCoalition(
  {rows, notes}: Coalition,
  study: WhatItCosts,
  targets: {readonly name: string; readonly members: readonly string[]},
  transfers: EqualisingTransfers,
  effects: Effects
): void {
  const {task, groups, countries, spending} = study;
  const {name: target} = targets;
  const places = targets.members.map((name) => countries.indexOf(name));
  const group = groups.findIndex(({members}) => members.join() === places.join());
  const costs = new Map(study.rows.map(({step, groups: own}) => [step.id, own[group]]));
  effects.out(
    paragraph(
      `Members join one by one. Billion US dollars a year of the baseline against ${task.reference.title}; a loss is below 0.`,
      effects.width
    )
  );
  effects.out("");
  effects.out(
    table(
      [
        {label: "n", ...right},
        {label: "Joins"},
        {label: `${target}, %`, ...right},
        {label: target, ...right},
        {label: "Members", ...right},
        {label: "Others", ...right},
        {label: `More for ${target}`, ...right},
        {label: "For itself", ...right},
        {label: "Ratio", ...right}
      ],
      rows.map(({members, joined, step, outcome}) => {
        const name = joined ?? members.join(", ");
        if (outcome.kind === "none")
          return [String(members.length), `${name}: ${outcome.message}`, ...Array(7).fill("–")];
        const {losses, marginal} = outcome;
        const change = -losses.target / places.reduce((sum, c) => sum + spending[c]!, 0);
        const cost = costs.get(step.id) ?? {change, band: null};
        return [
          String(members.length),
          name,
          costText(cost),
          billions(losses.target),
          billions(losses.members),
          billions(losses.outsiders),
          marginal === null ? "–" : billions(marginal.damage),
          marginal === null ? "–" : billions(marginal.pays),
          marginal === null ? "–" : worthText(marginal.worth)
        ];
      }),
      effects.width
    )
  );
  effects.out("");
  const last = rows.findLast(({outcome}) => outcome.kind === "solved");
  if (last?.outcome.kind === "solved") {
    const {welfareHat} = last.outcome;
    effects.out(heading(`Sharing the burden among ${count(last.members.length, "member")}`, effects));
    if (transfers.kind === "none")
      effects.out(paragraph(`No transfers make burdens equal: ${transfers.message}`, effects.width));
    else {
      effects.out(
        paragraph(
          `With these transfers every member's real consumption changes by ${signed(100 * transfers.change, 3)} %.`,
          effects.width
        )
      );
      effects.out(
        table(
          [
            {label: "Member"},
            {label: "Without, %", ...right},
            {label: "Receives, million USD", ...right},
            {label: "of its spending, %", ...right}
          ],
          last.members.map((name, i) => {
            const at = countries.indexOf(name);
            const sum = transfers.received[i]!;
            return [
              name,
              signed(100 * (welfareHat[at]! - 1), 3),
              signed(sum, 0),
              signed((100 * sum) / spending[at]!, 3)
            ];
          }),
          effects.width
        )
      );
    }
    effects.out("");
  }
  for (const note of notes) effects.out(aside(note, effects));
}

/** What each third country compares, and the equilibria in pure strategies. */
export function printGame(
  {players, tables, equilibria, profiles, unthreatened, notes}: GameResult,
  switching: readonly {
    readonly country: string;
    readonly exposure: number;
    readonly byCut: SwitchingPoint;
    readonly byExposure: SwitchingPoint | null;
  }[],
  asked: {
    readonly sender: string;
    readonly target: string;
    readonly terms: readonly {readonly country: string; readonly share: number; readonly cut: number}[];
  },
  effects: Effects
): void {
  const {sender, target, terms} = asked;
  effects.out(
    paragraph(
      `Each third country either takes on a share of what ${sender} adds against ${target}, or has a share of its trade with ${sender} closed: ${termsText(terms)}. Figures are changes of its own real consumption in per cent.`,
      effects.width
    )
  );
  effects.out("");
  effects.out(
    table(
      [
        {label: "Third country"},
        {label: "Others who comply", wraps: true},
        {label: "If it complies", ...right},
        {label: "If cut off", ...right},
        {label: "Better"}
      ],
      tables.flatMap(({country, rows}) =>
        shown(rows).map((row) => [
          country,
          row.othersComplying.join(", ") || "nobody",
          percentText(row.ifComplies),
          percentText(row.ifDefies),
          row.best ?? "–"
        ])
      ),
      effects.width
    )
  );
  for (const {country, dominant} of tables)
    if (dominant !== null) effects.out(aside(`${country} does better to ${dominant} whatever the others do.`, effects));
  effects.out("");
  effects.out(
    heading(
      `${count(equilibria.length, "equilibrium", "equilibria")} in pure strategies, of ${count(profiles.length, "profile")}`,
      effects
    )
  );
  if (equilibria.length > 0)
    effects.out(
      table(
        [
          {label: "Comply", wraps: true},
          {label: "Are cut off", wraps: true},
          {label: `${sender}, bn`, ...right},
          {label: `${target}, bn`, ...right},
          {label: "Third countries, bn", ...right}
        ],
        equilibria.map(({profile: {complying, outcome}}) => {
          const losses = outcome.kind === "solved" ? outcome.losses : null;
          return [
            complying.join(", ") || "nobody",
            players.filter((name) => !complying.includes(name)).join(", ") || "nobody",
            ...(losses === null
              ? ["–", "–", "–"]
              : [billions(losses.sender), billions(losses.target), billions(losses.thirds.reduce((a, b) => a + b, 0))])
          ];
        }),
        effects.width
      )
    );
  for (const {threats} of equilibria.slice(0, 1))
    for (const {country, costToSender, isCredible} of threats)
      if (costToSender !== null)
        effects.out(
          aside(
            `Cutting off ${country} ${isCredible ? "costs the sender nothing" : `costs the sender ${(costToSender / 1000).toFixed(2)} billion more than letting it trade`}: the threat is ${isCredible ? "" : "not "}credible by itself.`,
            effects
          )
        );
  for (const {country, exposure, byCut, byExposure} of switching) {
    const trade = `${country} trades ${exposure.toFixed(2)} times as much with ${target} as with ${sender}`;
    const cut = switchText(byCut, (at) => `${(100 * at).toFixed(2)} %`);
    const exposed = byExposure === null ? "" : `; by that ratio: ${switchText(byExposure, (at) => at.toFixed(2))}`;
    effects.out(aside(`${trade}; by the share of its trade with ${sender} that is closed: ${cut}${exposed}.`, effects));
  }
  if (unthreatened.kind === "none") effects.out(aside(`Without any threat: ${unthreatened.message}`, effects));
  for (const note of notes) effects.out(aside(note, effects));
}

/** The rows that decide: nobody else complies, everybody else does, and where the choice differs. */
function shown(rows: readonly PlayerRow[]): readonly PlayerRow[] {
  if (rows.length <= 8) return rows;
  const first = rows[0]!;
  return rows.filter((row, at) => at === 0 || at === rows.length - 1 || row.best !== first.best).slice(0, 8);
}

/** Countries with the same terms told together: `KOR, JPN 100 % or 20 %`. */
const termsText = (
  terms: readonly {readonly country: string; readonly share: number; readonly cut: number}[]
): string =>
  [...Map.groupBy(terms, ({share, cut}) => `${wholePercent(share)} or ${wholePercent(cut)}`)]
    .map(([said, own]) => `${own.map(({country}) => country).join(", ")} ${said}`)
    .join("; ");

const wholePercent = (share: number): string => `${Number((100 * share).toFixed(2))} %`;

const percentText = (change: number | null): string => (change === null ? "no equilibrium" : signed(100 * change, 3));

function switchText(point: SwitchingPoint, show: (at: number) => string): string {
  switch (point.kind) {
    case "switches":
      return `${said[point.below]} below ${show(point.at)}, ${said[point.above]} above`;
    case "stays":
      return point.choice === "either" ? "either is as good throughout" : `${said[point.choice]} throughout`;
    case "none":
      return `no equilibrium in the model at ${show(point.at)}`;
  }
}

const said = {comply: "it complies", defy: "it lets itself be cut off"} as const;

/** Packages by cost, the frontier marked. */
export function printFrontier(
  {rows, unsolved, leftOut, search}: Frontier,
  /** Share of the draws in which a step stands on the frontier; NaN without draws. */
  shares: ReadonlyMap<string, number>,
  parties: {readonly sender: string; readonly target: string},
  effects: Effects
): void {
  const {sender, target} = parties;
  const tried = search === "all" ? "every combination" : search === "single" ? "each alone" : "grown one by one";
  effects.out(
    paragraph(
      `${count(rows.length, "package")}, ${tried}. Billion US dollars a year of the baseline; a loss is below 0. On the frontier no other does more harm to ${target} at no more cost to ${sender}.`,
      effects.width
    )
  );
  effects.out("");
  const isShortest = ({packages, standing}: FrontierRow) =>
    standing.kind === "frontier" &&
    standing.ties.every((id) => (rows.find(({step}) => step.id === id)?.packages.length ?? 0) >= packages.length);
  const onFrontier = rows.filter(isShortest);
  const alone = rows.filter(({packages, standing}) => packages.length === 1 && standing.kind !== "frontier");
  effects.out(
    table(
      [
        {label: "Package", wraps: true},
        {label: sender, ...right},
        {label: target, ...right},
        {label: "Harm ÷ cost", ...right},
        {label: "Frontier", wraps: true}
      ],
      [...onFrontier, ...alone].map(({step, packages, damage, cost, worth, standing}) => [
        packages.length === 0 ? "nothing" : packages.join(" + "),
        billions(cost),
        billions(damage),
        packages.length === 0 ? "–" : worthText(worth),
        standing.kind === "frontier" ? inDraws(shares.get(step.id)) : `no: ${standing.by} is better`
      ]),
      effects.width
    )
  );
  const hidden = rows.length - onFrontier.length - alone.length;
  if (hidden > 0)
    effects.out(
      aside(
        `${count(hidden, "combination")} off the frontier, or as good as a shorter one, ${hidden === 1 ? "is" : "are"} left out here; --json has all.`,
        effects
      )
    );
  const {contradictory, same} = leftOut;
  if (contradictory + same > 0)
    effects.out(
      aside(
        `${count(contradictory + same, "combination")} not solved: ${contradictory} of packages that contradict each other, ${same} that come to the same as fewer packages.`,
        effects
      )
    );
  for (const {step, message} of unsolved) effects.out(aside(`${step.id}: ${message}`, effects));
}

const inDraws = (share: number | undefined): string =>
  share === undefined || Number.isNaN(share) ? "yes" : `yes; in ${(100 * share).toFixed(0)} % of draws`;
