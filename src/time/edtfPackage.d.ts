declare module "edtf" {
  /** Milliseconds; an open end is ±Infinity. `precision` is 1 year, 2 month, 3 day. */
  type Parsed = {readonly type: string; readonly min: number; readonly max: number; readonly precision?: number};
  export default function edtf(text: string): Parsed;
}
