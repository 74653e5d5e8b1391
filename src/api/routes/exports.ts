import {z} from "zod";
import type {Case} from "../../casebook/case.ts";
import {CSV_MEDIA_TYPE} from "../../exports/csv.ts";
import {dataPackage} from "../../exports/dataPackage.ts";
import {FTM_MEDIA_TYPE, followTheMoney} from "../../exports/followTheMoney.ts";
import {caseJson} from "../../exports/json.ts";
import {PARQUET_MEDIA_TYPE} from "../../exports/parquet.ts";
import {type FileAnswer, oneRoute} from "../route.ts";
import {requireKnown} from "../studio.ts";

/** A whole case as one document, or one file of its data package. */
export const exported = oneRoute({
  name: "exportedFile",
  path: "/cases/{case}/exports/{file}",
  summary: "a case as files",
  about:
    "case.json is the whole case; case.ftm.ndjson its parties and sanctions as FollowTheMoney entities; datapackage.json, README.md and data/… are the files of its Data Package, so that a program can read the package from here.",
  names: {file: {about: "name of the file", example: "datapackage.json"}},
  query: z.object({}),
  examples: [""],
  files: {
    "application/json": "case.json and datapackage.json",
    "text/markdown": "README.md",
    [FTM_MEDIA_TYPE]: "case.ftm.ndjson",
    [CSV_MEDIA_TYPE]: "data/….csv",
    [PARQUET_MEDIA_TYPE]: "data/….parquet"
  },
  isHeavy: true,
  body: z.object({}),
  run: ({record: {one}, path}) => fileOf(one, path["file"]!)
});

async function fileOf(one: Case, file: string): Promise<FileAnswer> {
  const name = file.replaceAll("/", "-");
  if (file === "case.json") return {kind: "file", media: "application/json", content: caseJson(one), name};
  if (file === "case.ftm.ndjson") return {kind: "file", media: FTM_MEDIA_TYPE, content: followTheMoney(one), name};
  const files = await dataPackage(one);
  requireKnown("file", file, ["case.json", "case.ftm.ndjson", ...files.map(({path}) => path)]);
  const {bytes} = files.find(({path}) => path === file)!;
  return {kind: "file", media: mediaOf(file), content: new Uint8Array(bytes), name};
}

const media: Readonly<Record<string, string>> = {
  json: "application/json",
  md: "text/markdown",
  csv: CSV_MEDIA_TYPE,
  parquet: PARQUET_MEDIA_TYPE
};

const mediaOf = (file: string): string => media[file.split(".").at(-1)!]!;
