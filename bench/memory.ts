/** How fast this machine moves memory through one thread, bytes a second. */
export type Bandwidth = {
  /** A loop that adds up a Float64Array: as fast as code of the engine's kind can read. */
  readonly read: number;
  /** `Float64Array.set`, which is the machine's own copy; what is read and what is written both count. */
  readonly copy: number;
};

const ENOUGH = 2 ** 30; // bytes to move in all, so that a pass over a small array is not a matter of the clock
const BEST_OF = 5;

/** Bandwidth over arrays that take `bytes` together: of a cache when they fit it, of the memory when they do not. */
export function bandwidth(bytes: number): Bandwidth {
  const whole = new Float64Array(bytes / 8).fill(1);
  const half = whole.length >> 1;
  const [from, to] = [whole.subarray(0, half), whole.subarray(half, 2 * half)];
  const passes = Math.max(1, Math.round(ENOUGH / bytes));
  return {
    read: fastest(bytes * passes, () => {
      let sum = 0;
      for (let pass = 0; pass < passes; pass++) sum += sumOf(whole);
      if (sum !== passes * (whole.length - (whole.length % 8))) throw new Error("the sum is wrong");
    }),
    copy: fastest(bytes * passes, () => {
      for (let pass = 0; pass < passes; pass++) to.set(from);
    })
  };
}

function fastest(bytes: number, call: () => void): number {
  let least = Infinity;
  for (let i = 0; i < BEST_OF; i++) {
    const start = performance.now();
    call();
    least = Math.min(least, performance.now() - start);
  }
  return (bytes / least) * 1e3;
}

/** Eight sums at once, so that reading is the limit and not the time one addition takes. */
function sumOf(values: Float64Array): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at + 8 <= values.length; at += 8) {
    a += values[at]!;
    b += values[at + 1]!;
    c += values[at + 2]!;
    d += values[at + 3]!;
    e += values[at + 4]!;
    f += values[at + 5]!;
    g += values[at + 6]!;
    h += values[at + 7]!;
  }
  return a + b + c + d + (e + f + g + h);
}
