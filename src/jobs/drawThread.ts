import {parentPort, workerData} from "node:worker_threads";
import {type Draw, type PriceTask, pricer} from "../studies/price/pricer.ts";
import type {Economy} from "../trade/economy.ts";

/** What a thread starts with. */
export type ThreadData = {readonly task: PriceTask; readonly economy: Economy};

/**
 * Draws to make. `next` is shared by the threads: each takes the number at the place that stands there and moves it on,
 * so that none waits for another, and whoever moves it to the end stops them all.
 */
export type Round = {readonly numbers: Int32Array; readonly next: Int32Array};

/** A draw that is made; null when the round is over. */
export type FromThread = {readonly number: number; readonly draw: Draw} | null;

const port = parentPort!;
const {task, economy} = workerData as ThreadData;
const {draw: make} = pricer(task, economy);

const send = (message: FromThread) =>
  port.postMessage(message, message === null ? [] : [message.draw.welfareHat.buffer as ArrayBuffer]);

port.on("message", ({numbers, next}: Round) => {
  const take = () => Atomics.add(next, 0, 1);
  for (let at = take(); at < numbers.length; at = take()) {
    const number = numbers[at]!;
    send({number, draw: make(number)});
  }
  send(null);
});
