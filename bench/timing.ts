/** Milliseconds over repeats. `first` is the call before the warm-up; at most one call, which checked the answer, precedes it. */
export type Timing = {
  readonly median: number;
  readonly min: number;
  readonly first: number;
  readonly repeats: number;
};

/** How long to go on: `repeats` calls after `warmUp` that are not counted; an odd number has a middle. */
export type Effort = {readonly warmUp: number; readonly repeats: number};

export async function time(call: () => unknown, {warmUp, repeats}: Effort): Promise<Timing> {
  const first = await once(call);
  for (let i = 0; i < warmUp; i++) await once(call);
  const taken = new Float64Array(repeats);
  for (let i = 0; i < repeats; i++) taken[i] = await once(call);
  taken.sort();
  return {median: taken[repeats >> 1]!, min: taken[0]!, first, repeats};
}

/** One call. A call that gives no promise is not awaited, so that no turn of the event loop is counted. */
async function once(call: () => unknown): Promise<number> {
  const start = performance.now();
  const result = call();
  if (result instanceof Promise) await result;
  return performance.now() - start;
}
