import {incorrect} from "../../errors.ts";
import {plainClosures} from "../../trade/closure.ts";
import {type CommandSpec, type Given, jsonOption} from "../command.ts";
import {flagOf, priceModes as modes, type PriceMode} from "../priceOptions.ts";

const orders = ["trade", "worth", "given"] as const;

/** Options of draws and files. */
const notOfGame = ["resume", "database", "threads", "out", "force"] as const;

/** Options that only some questions hear. */
const ofMode: Readonly<Record<string, readonly (PriceMode | null)[]>> = {
  step: ["coalition", "game"],
  members: ["coalition"],
  order: ["coalition"],
  comply: ["game"],
  cutOff: ["game"],
  exposure: ["game"],
  combine: ["frontier"]
};

export const priceCommand: CommandSpec = {
  name: "price",
  summary: "price the next step for sender, target and third countries, with bands",
  about:
    "Puts measures into a model of world trade and asks what each country could consume. Without more it prices what stands, measure by measure; --ladder prices the next steps, from lifting everything to a full embargo. --coalition has members join one by one, --game lets third countries comply or be cut off, --frontier looks for packages that do most harm at least own cost; the first two take a step of the ladder, or of the scenario, by --step, and a game has no draws and no files. Draws over elasticities and rules give the bands; Ctrl-C stops them and keeps what is made. --trace prints the measures and rules behind every figure. Writes charts, tables by step and by country, the trace and a citation. What is there is not written over without --force.",
  args: [{name: "<case-or-scenario>", about: "a case, or the YAML file of a scenario"}],
  options: [
    {flags: "--ladder", about: "the next steps, from lifting everything to an embargo"},
    {flags: "--coalition", about: "members join one by one"},
    {flags: "--game", about: "third countries comply or are cut off"},
    {flags: "--frontier", about: "harm to the target against own cost"},
    {flags: "--step <step>", about: "the step that is joined, or complied with; the last when left out"},
    {flags: "--day <day>", about: "YYYY-MM-DD or today; the last day that the record covers when left out"},
    {flags: "--against <what>", about: "what steps are compared with", choices: ["standing", "baseline"]},
    {flags: "--baseline <name>", about: "a bundled baseline, or the folder of one's own (default: wiod2014-44x14)"},
    {
      flags: "--elasticities <set>",
      about: "elasticity set (default: caliendo-parro-2015; see docs/methods/elasticities.md)"
    },
    {
      flags: "--closure <closure>",
      about: "what happens to trade deficits (default: balanced, a world without them)",
      choices: plainClosures
    },
    {flags: "--third <countries>", about: "third countries with a column of their own, or the players: IND,BRA"},
    {flags: "--members <countries>", about: "with --coalition: who may join; all states of the baseline when left out"},
    {
      flags: "--order <order>",
      about: "with --coalition: who joins next; by trade with the target when left out",
      choices: orders
    },
    {flags: "--comply <share>", about: "with --game: share of the measures that complying takes on (default: 1)"},
    {
      flags: "--cut-off <share>",
      about: "with --game: share of trade with the sender that defying costs (default: 0.2)"
    },
    {flags: "--exposure", about: "with --game: the exposure to the target at which each player changes its choice"},
    {flags: "--combine", about: "with --frontier: packages together too, not each alone"},
    {flags: "--retaliation <share>", about: "the target answers what is added with this share of it"},
    {flags: "--draws <n>", about: "draws for the bands, 0 for none (default: 200, of a coalition or frontier 50)"},
    {flags: "--seed <n>", about: "seed of the draws (default: 1949)"},
    {flags: "--threads <n>", about: "threads that make draws; as many as there are cores when left out"},
    {flags: "--resume <file>", about: "keep draws in a file, and go on from it"},
    {
      flags: "--database <url>",
      about: "let the workers of this PostgreSQL make the draws (see thaw worker); a password from PGPASSWORD"
    },
    {flags: "--trace", about: "print the measures, rules and sizes behind every step"},
    jsonOption,
    {flags: "--out <folder>", about: "folder for the files; thaw-price-… when left out"},
    {flags: "--force", about: "write over what is there"},
    {flags: "--no-files", about: "print only"}
  ],
  examples: [
    "thaw price us-china --draws 20 --no-files",
    "thaw price us-china --ladder --draws 20 --no-files",
    "thaw price us-china --coalition --members JPN,NLD,KOR --draws 0 --no-files",
    "thaw price us-china --game --third JPN,KOR,DEU --draws 0 --no-files",
    "thaw price us-china --frontier --draws 0 --no-files"
  ],
  async run({args: [name = ""], options}, effects) {
    const mode = modeOf(options);
    const {price} = await import("../pricing.ts");
    await price(name, mode, options, effects);
  }
};

/** @throws incorrect `cli/usage` */
function modeOf(options: Given["options"]): PriceMode | null {
  const given = modes.filter((mode) => options[mode] === true);
  if (given.length > 1)
    throw incorrect("cli/usage", `--${given[0]} with --${given[1]}; they are questions of their own, ask one`);
  const mode = given[0] ?? null;
  const unheard = notOfGame.find((key) => options[key] !== undefined);
  if (mode === "game" && (unheard !== undefined || (options["draws"] ?? "0") !== "0"))
    throw incorrect(
      "cli/usage",
      `${flagOf(unheard ?? "draws")} with --game; a game has no draws and no files, leave it out`
    );
  for (const [key, of] of Object.entries(ofMode))
    if (options[key] !== undefined && !of.includes(mode))
      throw incorrect("cli/usage", `${flagOf(key)} without ${of.map((one) => `--${one}`).join(" or ")}; leave it out`);
  return mode;
}
