import {parentPort, workerData} from "node:worker_threads";
import {type Kind, ThawError} from "../errors.ts";
import {type Draw, type Drawer, drawer, type PriceTask} from "../studies/price/pricer.ts";
import type {Economy} from "../trade/economy.ts";

/** What a thread starts with. */
export type ThreadData = {readonly task: PriceTask; readonly economy: Economy};

/**
 * Draws to make. `next` is shared by the threads: each takes the number at the place that stands there and moves it on,
 * so that none waits for another, and whoever moves it to the end stops them all.
 */
export type Round = {readonly numbers: Int32Array; readonly next: Int32Array};

/** A draw that is made, the end of the round, or what is wrong with the task: a class does not cross threads, its parts do. */
export type FromThread =
  | {readonly kind: "draw"; readonly number: number; readonly draw: Draw}
  | {readonly kind: "end"}
  | {readonly kind: "wrong"; readonly error: {readonly kind: Kind; readonly code: string; readonly message: string}};

const port = parentPort!;
const {task, economy} = workerData as ThreadData;
let make: Drawer | null = null;

const send = (message: FromThread) =>
  port.postMessage(message, message.kind === "draw" ? [message.draw.welfareHat.buffer as ArrayBuffer] : []);

port.on("message", ({numbers, next}: Round) => {
  const take = () => Atomics.add(next, 0, 1);
  try {
    make ??= drawer(task, economy);
    for (let at = take(); at < numbers.length; at = take()) {
      const number = numbers[at]!;
      send({kind: "draw", number, draw: make(number)});
    }
    send({kind: "end"});
  } catch (error) {
    if (!(error instanceof ThawError)) throw error;
    const {kind, code, message} = error;
    send({kind: "wrong", error: {kind, code, message}});
  }
});
