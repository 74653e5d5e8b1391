import type {Context} from "hono";
import {accepts} from "hono/accepts";
import type {OpenRecord} from "../answers/record.ts";
import type {Job, Rendered} from "./effects.ts";
import {encode, encodingFor} from "./encoding.ts";
import {etagIn, etagOf, freshTag} from "./etag.ts";
import type {Keeper} from "./keeper.ts";
import {readParameters} from "./parameters.ts";
import {type Cut, JSON_MEDIA_TYPE, lineStream, NDJSON_MEDIA_TYPE, render, renderLines} from "./render.ts";
import type {Answer, Given, Route} from "./route.ts";
import {routes} from "./routes.ts";
import type {Studio} from "./studio.ts";

/** A request that has been read: what is asked, and which part of the answer in which form. */
type Asked = {
  readonly route: Route;
  readonly given: Given<never, OpenRecord | null>;
  readonly cut: Cut;
  readonly isLines: boolean;
};

/** Asked again, an answer is checked by its tag: a record may be corrected, and then what was kept is wrong at once. */
const CACHING = {"cache-control": "public, no-cache", vary: "Accept, Accept-Encoding"};

/** Answers a route: 304 to who has the answer, else from what is kept, else by asking. */
export const handlerOf =
  (route: Route, studio: Studio, keep: Keeper<Rendered>) =>
  async ({req}: Context, isLines: boolean): Promise<Response> => {
    const job: Job = {route: route.name, path: {...req.param()}, query: new URL(req.url).search, isLines};
    const asked = read(job, studio);
    const {cut} = asked;
    const etag = etagOf(cut.list, cut.cursor ?? "", String(cut.limit), String(isLines));
    const headers = {...CACHING, etag};
    const fresh = freshTag(req.header("if-none-match"), etag);
    if (fresh !== null) return new Response(null, {status: 304, headers: {...headers, etag: fresh}});
    if (isLines && !route.isHeavy) {
      const answer = await answerTo(asked, studio);
      if (answer.kind === "list") {
        const stream = lineStream(answer.items, cut);
        return new Response(stream, {headers: {...headers, "content-type": NDJSON_MEDIA_TYPE}});
      }
    }
    const {elsewhere} = studio.effects;
    const plain = await keep(etag, () =>
      route.isHeavy && elsewhere !== null ? elsewhere(job) : renderedAnswer(asked, studio)
    );
    const encoding = encodingFor(req.header("accept-encoding"), plain);
    const tag = etagIn(etag, encoding);
    const {
      media,
      bytes,
      headers: own
    } = encoding === "identity" ? plain : await keep(tag, () => encode(plain, encoding));
    return new Response(bytes, {
      headers: {...headers, etag: tag, "content-type": media, "content-length": String(bytes.length), ...own}
    });
  };

/** Does the request want JSON lines of a route that has a list? */
export const wantsLines = (context: Context, {order}: Route): boolean =>
  order !== null &&
  accepts(context, {
    header: "Accept",
    supports: [JSON_MEDIA_TYPE, NDJSON_MEDIA_TYPE],
    default: JSON_MEDIA_TYPE
  }) === NDJSON_MEDIA_TYPE;

/** Answers a job of another thread. */
export const runJob = (job: Job, studio: Studio): Promise<Rendered> => renderedAnswer(read(job, studio), studio);

async function renderedAnswer(asked: Asked, studio: Studio): Promise<Rendered> {
  const {given, cut, isLines} = asked;
  const answer = await answerTo(asked, studio);
  return isLines && answer.kind === "list" ? renderLines(answer.items, cut) : render(answer, given.record, cut);
}

function read({route: name, path, query: typed, isLines}: Job, studio: Studio): Asked {
  const route = routes.find((one) => one.name === name)!;
  const record = path["case"] === undefined ? null : studio.record(path["case"]);
  const query = readParameters(route.query, new URLSearchParams(typed));
  const given = {record, path, query: query as never};
  const {cursor, limit, ...question} = query as Pick<Cut, "cursor" | "limit">;
  const rests = [studio.effects.build, record?.one.checksum, route.restsOn(given, studio)];
  const cut = {cursor, limit, list: JSON.stringify([name, path, question, rests])};
  return {route, given, cut, isLines};
}

/** What a route answers; lists are kept whole, so that the pages of one are cut from the same answer. */
async function answerTo({route, given, cut}: Asked, studio: Studio): Promise<Answer> {
  if (route.order === null) return route.run(given, studio);
  const held = studio.lists.get(cut.list);
  if (held !== undefined) return held;
  const answer = await route.run(given, studio);
  if (answer.kind === "list") studio.lists.set(cut.list, answer);
  return answer;
}
