import {createServer, type Server} from "node:http";
import type {AddressInfo, Socket} from "node:net";
import {getRequestListener} from "@hono/node-server";
import type {Hono} from "hono";
import {PROBLEM_MEDIA_TYPE} from "./problem.ts";

export type Serving = {readonly port: number; readonly close: () => Promise<void>};

/** Milliseconds that a client may take, and how many may be connected at once. */
export const PATIENCE = {headers: 10_000, request: 15_000, idle: 5_000, answer: 60_000, check: 1_000} as const;
const CONNECTIONS = 2_000;

/**
 * Puts the API on a port and resolves once it listens. A client that is slow to ask or to read is cut off.
 * Response becomes, in the whole process, one that writes its bytes straight to the socket: a brief costs a seventh.
 * @throws the system's error where it cannot listen (`code` EADDRINUSE, EACCES, EADDRNOTAVAIL)
 */
export async function serve(app: Hono, port: number, host: string): Promise<Serving> {
  const server = createServer(
    {
      headersTimeout: PATIENCE.headers,
      requestTimeout: PATIENCE.request,
      keepAliveTimeout: PATIENCE.idle,
      connectionsCheckingInterval: PATIENCE.check,
      maxHeaderSize: 16 * 1024
    },
    getRequestListener(app.fetch)
  );
  server.maxConnections = CONNECTIONS;
  server.setTimeout(PATIENCE.answer);
  server.on("clientError", refuse);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {port: (server.address() as AddressInfo).port, close: () => close(server)};
}

const GRACE = 2_000; // milliseconds for answers that are under way

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const refusals: Readonly<Record<string, readonly [status: string, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "the request took too long to arrive"],
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "address and headers together are larger than 16 KiB"]
};

/** What is not HTTP, or does not arrive in time, never becomes a request; it is told so and cut off. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = refusals[error.code ?? ""] ?? ["400 Bad Request", "the request is not HTTP"];
  const problem = {type: "about:blank", title: status.slice(4), status: Number(status.slice(0, 3)), detail};
  const body = JSON.stringify({...problem, code: "api/not-a-request"});
  const head = [
    `HTTP/1.1 ${status}`,
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close"
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
