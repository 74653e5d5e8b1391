import type {Address} from "../../router/address.ts";
import type {HomeWord} from "./words.ts";

export type Door = {
  readonly id: "business" | "research" | "student";
  readonly ways: readonly {readonly word: HomeWord; readonly to: Address}[];
};

const life = (query: Address["query"]): Address => ({path: "us-china/life", query});

/** Where each of the three readers goes first: an address for each question. */
export const doors: readonly Door[] = [
  {
    id: "business",
    ways: [
      {word: "business.last", to: life({})},
      {word: "business.trade", to: life({channel: "trade"})},
      {word: "business.truce", to: life({on: "2025-05-14"})}
    ]
  },
  {
    id: "research",
    ways: [
      {word: "research.table", to: life({table: "life-line"})},
      {word: "research.waiver", to: life({on: "1980-02-01", measure: "mfn-withdrawal-1951"})},
      {word: "research.trade", to: life({on: "1996-12-31", table: "trade"})}
    ]
  },
  {
    id: "student",
    ways: [
      {word: "student.embargo", to: life({on: "1952-12-31"})},
      {word: "student.opening", to: life({on: "1971-06-10"})},
      {word: "student.tiananmen", to: life({on: "1989-06-15"})},
      {word: "student.war", to: life({on: "2018-07-06"})}
    ]
  }
];
