import {expect, test} from "vitest";
import {openBaseline} from "../../src/casebook/baselines.ts";
import {coalition} from "../../src/studies/price/coalition.ts";
import {coalitionOf, outsiders} from "../../src/studies/price/fromStep.ts";
import {pricer} from "../../src/studies/price/pricer.ts";
import {embargo} from "../../src/studies/price/rules/packages.ts";
import type {Closure} from "../../src/trade/closure.ts";
import {elasticitiesFor, elasticitySet} from "../../src/trade/elasticitySets.ts";

const {economy, checksum} = openBaseline("wiod2014-44x14", process.cwd());
const nobody = {id: "nobody", title: "nobody", lines: []};
const parties = {senders: ["USA"], targets: ["CHN"]};

// The acceleration once returned to the same best point again and again, and from 34 members on found no equilibrium.
test.each<Closure["kind"]>(["balanced", "spendingRatio"])(
  "all 43 others join an embargo on China, by trade, under %s",
  (kind) => {
    const elasticities = elasticitiesFor(elasticitySet("caliendo-parro-2015"), economy);
    const closure = {kind} as Closure;
    const solved = pricer(
      {...{baseline: economy.name, checksum, elasticities, closure, seed: 1}, before: [], reference: nobody, steps: []},
      economy
    );
    const step = {id: "embargo", title: "embargo", lines: [embargo(["USA"], ["CHN"], economy)]};
    const joinedBy = (country: string) => [embargo([country], ["CHN"], economy)];
    const spec = coalitionOf(step, nobody, parties, [...outsiders(economy, parties), "ROW"], "trade", joinedBy);
    const {rows} = coalition(solved, spec);
    expect(rows).toHaveLength(43);
    expect(rows.flatMap(({outcome}) => (outcome.kind === "none" ? [outcome.message] : []))).toEqual([]);
  }
);
