/** The public names of Thaw: the record and its rules, cases, claims and exports. */
export type {Case, Coder, Finding, Party, Source, Wording} from "./casebook/case.ts";
export type {Claim, Verdict} from "./casebook/claim.ts";
export {bundledCases, openCase, readCaseFolder} from "./casebook/node.ts";
export {formatProblem, type Problem} from "./casebook/problem.ts";
export {type CaseFiles, type ReadResult, readCase} from "./casebook/readCase.ts";
export {exitCodes, type Kind, ThawError} from "./errors.ts";
export {tables} from "./exports/tables.ts";
export * from "./sanctions/index.ts";
export {type ClaimResult, runClaims} from "./studies/claims.ts";
export * from "./time/index.ts";
export {type MirrorGap, mirrorGap, type TradeColumn, type TradeSeries, valueIn} from "./trade/series.ts";
