import {orderOf} from "../../numeric/order.ts";

/**
 * Numbers the distinct values 0, 1, … in increasing order.
 *
 * @param values [n] any integers
 * @returns `index` [n], the number of each row's value
 */
export function groupsOf(values: Int32Array): {readonly index: Uint32Array; readonly count: number} {
  const order = orderOf(Float64Array.from(values));
  const index = new Uint32Array(values.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    if (i > 0 && values[row] !== values[order[i - 1]!]) count++;
    index[row] = count;
  }
  return {index, count: values.length === 0 ? 0 : count + 1};
}
