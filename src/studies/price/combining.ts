import {centre} from "../../numeric/uncertain.ts";
import type {Package} from "./frontier.ts";
import type {Line, Wedge} from "./line.ts";
import {TARIFF_TO} from "./rules/packages.ts";

/** What the lines of combinations of packages are, and which combinations make no world of their own. */
export type Combining = {
  /** Lines of a combination: one that stands in several packages, in the same words, counts once. */
  readonly linesOf: (chosen: readonly Package[]) => readonly Line[];
  /**
   * Do two of them contradict each other? They do where both change the tariff of a flow and one says all of it, or
   * where they say different things of one flow by the same name. What is on a flow that is closed in full says nothing.
   */
  readonly isContradictory: (chosen: readonly Package[]) => boolean;
  /** The same for combinations that are the same world: equal lines but for what is on flows that are closed in full. */
  readonly worldOf: (chosen: readonly Package[]) => string;
};

/** A wedge of a package as something to compare. */
type Claim = {
  readonly id: number;
  readonly flow: string;
  readonly of: string;
  readonly isTariff: boolean;
  readonly isShut: boolean;
};

type Told = {readonly lines: readonly {readonly id: number; readonly line: Line; readonly claims: readonly Claim[]}[]};

export function combining(packages: readonly Package[]): Combining {
  const ids = new Map<string, number>();
  const idOf = (value: unknown): number => {
    const words = JSON.stringify(value);
    const id = ids.get(words) ?? ids.size;
    ids.set(words, id);
    return id;
  };
  const told = new Map(
    packages.map((one): [Package, Told] => {
      const lines = one.lines.map((line) => {
        const claims = line.wedges.map((wedge): Claim => {
          const {kind, origin, destination, sector} = wedge;
          return {
            id: idOf([line.of, wedge]),
            flow: `${origin} ${destination} ${sector}`,
            of: line.of,
            isTariff: kind === "tariff",
            isShut: kind === "closed" && isWhole(wedge)
          };
        });
        return {id: idOf(line), line, claims};
      });
      return [one, {lines}];
    })
  );
  const linesIn = (chosen: readonly Package[]): Told["lines"] => {
    const earlier = new Set<number>();
    return chosen.flatMap((one) => {
      const own = told.get(one)!.lines.filter(({id}) => !earlier.has(id));
      for (const {id} of own) earlier.add(id);
      return own;
    });
  };
  const shutBy = (lines: Told["lines"]): Set<string> =>
    new Set(lines.flatMap(({claims}) => claims.flatMap(({flow, isShut}) => (isShut ? [flow] : []))));
  const claimsByFlow = (one: Package): Map<string, Claim[]> =>
    Map.groupBy(
      told.get(one)!.lines.flatMap(({claims}) => claims),
      ({flow}) => flow
    );
  const clashes = new Map<string, readonly string[]>();
  /** Flows of which two packages say what cannot both hold. */
  const clashOf = (a: Package, b: Package): readonly string[] => {
    const key = JSON.stringify([a.id, b.id]);
    const known = clashes.get(key);
    if (known !== undefined) return known;
    const [first, second] = [claimsByFlow(a), claimsByFlow(b)];
    const found = [...first].flatMap(([flow, some]) => (clash(some, second.get(flow) ?? []) ? [flow] : []));
    clashes.set(key, found);
    return found;
  };
  return {
    linesOf: (chosen) => linesIn(chosen).map(({line}) => line),
    isContradictory(chosen) {
      const shut = shutBy(linesIn(chosen));
      return chosen.some((a, i) => chosen.slice(i + 1).some((b) => clashOf(a, b).some((flow) => !shut.has(flow))));
    },
    worldOf(chosen) {
      const lines = linesIn(chosen);
      const shut = shutBy(lines);
      const open = lines.flatMap(({claims}) => claims.flatMap(({flow, id}) => (shut.has(flow) ? [] : [id])));
      const money = lines.flatMap(({id, line}) => ((line.transfers ?? []).length > 0 ? [id] : []));
      return JSON.stringify([[...shut].sort(), open.sort((a, b) => a - b), money.sort((a, b) => a - b)]);
    }
  };
}

/** Two packages on one flow: what only one of them says against what only the other says. */
function clash(some: readonly Claim[], others: readonly Claim[]): boolean {
  const [ours, theirs] = [without(some, others), without(others, some)];
  return ours.some((a) =>
    theirs.some((b) => {
      if (a.isShut || b.isShut) return false;
      return a.of === b.of || (a.isTariff && b.isTariff && (a.of === TARIFF_TO || b.of === TARIFF_TO));
    })
  );
}

const without = (some: readonly Claim[], others: readonly Claim[]): Claim[] =>
  some.filter(({id}) => !others.some((other) => other.id === id));

/** Is all of the flow closed, in every draw? */
const isWhole = ({size}: Wedge): boolean =>
  size.every(({value}) => value.kind === "exact") && size.reduce((all, {value}) => all * centre(value), 1) >= 1;
