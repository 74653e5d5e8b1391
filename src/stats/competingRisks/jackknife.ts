import type {CurveCounts, CurveRows, Transitions} from "./curveCounts.ts";
import type {StateSpells} from "./multiState.ts";
import {applyStep, applySteps, stepProducts, type TransitionSteps} from "./transitionSteps.ts";

const ROUNDING = 1e-12; // relative; a sum below this part of what was added up and taken away is nought

/** One Aalen–Johansen curve with what its errors are made from. */
export type Curve = {
  readonly spells: StateSpells;
  readonly rows: CurveRows;
  readonly counts: CurveCounts;
  readonly steps: TransitionSteps;
  readonly transitions: Transitions;
  /** [rows of all curves] the cluster of a row among the clusters of this curve */
  readonly cluster: Uint32Array;
  readonly clusters: number;
  /** [T × S] the probabilities just before each time */
  readonly before: Float64Array;
  /** [clusters × S] the influence of each cluster on the estimated starting probabilities; left out where they are known */
  readonly initial?: Float64Array;
};

/**
 * Infinitesimal-jackknife standard errors of the state probabilities [T × S].
 *
 * The influence of cluster g is a row vector U_g with, at an event time,
 *
 *   U_g ← U_g A + Σ_j w_gj c_j + Σ_{its events j→k} (w φ_j / n_j)(unit k − unit j),
 *   c_j = −(φ_j / n_j) Σ_k (d_jk / n_j)(unit k − unit j),
 *
 * w_gj its weight at risk in state j and φ the probabilities before the time. The variance is V = Σ_g U_gᵀ U_g. Adding
 * that up at every time costs n × times. Here V has a recursion of its own, which needs of the single U_g only
 * M_j = Σ_g w_gj U_g and the U_g of those clusters that have an event. U_g is kept as D_g + Σ_j w_gj R_j: R_j is common to
 * all, and D_g changes only with the rows of g, between which it is multiplied by stored products of A. Time
 * O(n S² log steps + steps · S³), memory O((n + steps) S); subjects who start together and leave at their first event need
 * no product at all.
 *
 * @see Therneau, methods vignette of R's survival, "Andersen–Gill: influence"; test/reference/survival/aalenJohansen.test.ts
 */
export function probabilityErrors(curve: Curve): Float64Array {
  const {spells, rows, counts, steps, cluster, clusters, before} = curve;
  const {entry, exit, from, to, weight} = spells;
  const {byEntry, byExit} = rows;
  const {time, atRisk, hasEvent} = counts;
  const S = steps.states;
  const T = time.length;
  const n = byExit.length;
  const products = stepProducts(steps);
  const scratch = new Float64Array(S);

  const own = new Float64Array(clusters * S); // w_gj
  const apart = Float64Array.from(curve.initial ?? new Float64Array(clusters * S)); // D_g
  const current = new Int32Array(clusters).fill(curve.initial === undefined ? -1 : 0); // the step D_g stands at; −1 while 0
  const common = new Float64Array(S * S); // R_j
  const sum = new Float64Array(S * S); // M_j
  const pairs = new Float64Array(S * S); // Q_jl = Σ_g w_gj w_gl
  const lost = new Float64Array(S * S); // what rounding took from Q
  const variance = new Float64Array(S * S); // V
  const size = new Float64Array(S); // what √V_ss is made of, were nothing to cancel
  const influence = new Float64Array(S); // U_g of one cluster
  const change = new Float64Array(S * S); // c_j
  const squares = new Float64Array(S * S); // Σ δᵀδ
  const others = new Float64Array(S * S); // Q of the clusters without an event
  const events = newEvents(clusters, S);
  const errors = new Float64Array(T * S);
  let step = 0;

  if (curve.initial !== undefined) {
    for (let g = 0; g < clusters; g++) addProduct(variance, apart, g * S, apart, g * S, S, 1);
    for (let s = 0; s < S; s++) size[s] = Math.sqrt(variance[s * S + s]!);
  }

  const readInfluence = (g: number): void => {
    const at = g * S;
    if (current[g]! >= 0) {
      if (current[g]! < step) applySteps(products, current[g]!, step, apart, at, scratch);
      current[g] = step;
    }
    for (let s = 0; s < S; s++) influence[s] = apart[at + s]!;
    for (let j = 0; j < S; j++) {
      const w = own[at + j]!;
      if (w !== 0) for (let s = 0; s < S; s++) influence[s]! += w * common[j * S + s]!;
    }
  };

  /** A row comes into (sign 1) or leaves (sign −1) the risk set; U_g stays what it is. */
  const moveRow = (row: number, sign: number): void => {
    const g = cluster[row]!;
    const j = from[row]!;
    const w = sign * weight[row]!;
    for (let l = 0; l < S; l++) {
      const other = own[g * S + l]!;
      if (l === j) addTo(pairs, lost, j * S + j, 2 * w * other + w * w);
      else if (other !== 0) {
        addTo(pairs, lost, j * S + l, w * other);
        addTo(pairs, lost, l * S + j, w * other);
      }
    }
    if (step > 0 || curve.initial !== undefined) {
      readInfluence(g);
      for (let s = 0; s < S; s++) sum[j * S + s]! += w * influence[s]!;
    }
    own[g * S + j]! += w;
    if (step === 0) return;
    if (current[g]! < 0) current[g] = step;
    for (let s = 0; s < S; s++) apart[g * S + s]! -= w * common[j * S + s]!;
  };

  let entering = 0;
  let leaving = 0;
  for (let t = 0; t < T; t++) {
    if (hasEvent[t] === 1) {
      const now = time[t]!;
      for (; entering < n && entry[byEntry[entering]!]! < now; entering++) moveRow(byEntry[entering]!, 1);
      for (; leaving < n && exit[byExit[leaving]!]! < now; leaving++) moveRow(byExit[leaving]!, -1);
      change.fill(0);
      for (let h = steps.start[step]!; h < steps.start[step + 1]!; h++) {
        const j = steps.from[h]!;
        const share = (before[t * S + j]! / atRisk[t * S + j]!) * steps.hazard[h]!;
        change[j * S + j]! += share;
        change[j * S + steps.to[h]!]! -= share;
      }
      for (let i = leaving; i < n && exit[byExit[i]!]! === now; i++) {
        const row = byExit[i]!;
        if (to[row]! < 0) continue;
        const j = from[row]!;
        const share = (weight[row]! * before[t * S + j]!) / atRisk[t * S + j]!;
        const at = placeOf(events, cluster[row]!) * S;
        events.terms[at + j]! -= share;
        events.terms[at + to[row]!]! += share;
      }
      advance();
      step++;
    }
    for (let s = 0; s < S; s++) {
      const v = variance[s * S + s]!;
      errors[t * S + s] = v > ROUNDING * size[s]! ** 2 ? Math.sqrt(v) : 0;
    }
  }
  return errors;

  /**
   * With Y = UA and δ the rest of the step: V ← AᵀVA + Σ Yᵀδ + δᵀY + δᵀδ. The squares of clusters with an event are added
   * one by one, so that where all who are at risk leave, what is nought comes out as nought.
   */
  function advance(): void {
    for (let side = 0; side < 2; side++) {
      for (let r = 0; r < S; r++) applyStep(steps, step, variance, r * S, scratch);
      transpose(variance, S);
    }
    movedSize();
    for (let i = 0; i < S * S; i++) others[i] = pairs[i]! + lost[i]!;
    squares.fill(0);
    for (let j = 0; j < S; j++) {
      applyStep(steps, step, sum, j * S, scratch);
      addProduct(variance, sum, j * S, change, j * S, S, 1);
      addProduct(variance, change, j * S, sum, j * S, S, 1);
      for (let l = 0; l < S; l++) {
        const q = others[j * S + l]!;
        if (q !== 0) for (let s = 0; s < S; s++) sum[j * S + s]! += q * change[l * S + s]!;
      }
    }
    for (let m = 0; m < events.count; m++) addEvent(events.clusters[m]!, m * S);
    for (let j = 0; j < S; j++) {
      for (let l = 0; l < S; l++) {
        const q = others[j * S + l]!;
        if (Math.abs(q) > ROUNDING * Math.abs(pairs[j * S + l]!))
          addProduct(squares, change, j * S, change, l * S, S, q);
      }
      applyStep(steps, step, common, j * S, scratch);
      for (let s = 0; s < S; s++) common[j * S + s]! += change[j * S + s]!;
    }
    for (let s = 0; s < S; s++) size[s]! += Math.sqrt(Math.max(squares[s * S + s]!, 0));
    for (let i = 0; i < S * S; i++) variance[i]! += squares[i]!;
    settle(variance, size);
    clear(events);
  }

  /** size ← size A, all terms positive */
  function movedSize(): void {
    for (let s = 0; s < S; s++) scratch[s] = size[s]!;
    for (let h = steps.start[step]!; h < steps.start[step + 1]!; h++) {
      const moved = scratch[steps.from[h]!]! * steps.hazard[h]!;
      size[steps.from[h]!]! -= moved;
      size[steps.to[h]!]! += moved;
    }
  }

  function addEvent(g: number, at: number): void {
    const {terms} = events;
    readInfluence(g);
    applyStep(steps, step, influence, 0, scratch);
    addProduct(variance, influence, 0, terms, at, S, 1);
    addProduct(variance, terms, at, influence, 0, S, 1);
    if (current[g]! >= 0) applyStep(steps, step, apart, g * S, scratch);
    current[g] = step + 1;
    for (let s = 0; s < S; s++) {
      apart[g * S + s]! += terms[at + s]!;
      influence[s] = terms[at + s]!;
    }
    for (let j = 0; j < S; j++) {
      const w = own[g * S + j]!;
      if (w === 0) continue;
      for (let s = 0; s < S; s++) {
        sum[j * S + s]! += w * terms[at + s]!;
        influence[s]! += w * change[j * S + s]!;
      }
      for (let l = 0; l < S; l++) others[j * S + l]! -= w * own[g * S + l]!;
    }
    addProduct(squares, influence, 0, influence, 0, S, 1); // its whole δ, which `influence` holds by now
  }
}

/**
 * Infinitesimal-jackknife standard errors of the cumulative hazards [T × H], by the same recursion: the influence of
 * cluster g on the hazard of j → k rises by its weight of events / n_j and falls by w_gj d_jk / n_j².
 */
export function hazardErrors({spells, rows, counts, steps, transitions, cluster, clusters}: Curve): Float64Array {
  const {entry, exit, from, to, weight} = spells;
  const {byEntry, byExit} = rows;
  const {time, atRisk, hasEvent} = counts;
  const S = steps.states;
  const H = transitions.from.length;
  const n = byExit.length;
  const own = new Float64Array(clusters * S);
  const apart = new Float64Array(clusters * H); // the influence is apart_gh − w_gj K_h
  const common = new Float64Array(H); // K_h = Σ d / n²
  const sum = new Float64Array(H); // Σ_g w_gj × influence
  const pairs = new Float64Array(S); // Σ_g w_gj²
  const lost = new Float64Array(S);
  const variance = new Float64Array(H);
  const size = new Float64Array(H); // the same sum with all terms positive
  const events = newEvents(clusters, H);
  const errors = new Float64Array(time.length * H);

  const moveRow = (row: number, sign: number): void => {
    const g = cluster[row]!;
    const j = from[row]!;
    const w = sign * weight[row]!;
    const before = own[g * S + j]!;
    for (let h = 0; h < H; h++) {
      if (transitions.from[h] !== j) continue;
      sum[h]! += w * (apart[g * H + h]! - before * common[h]!);
      apart[g * H + h]! += w * common[h]!;
    }
    addTo(pairs, lost, j, 2 * w * before + w * w);
    own[g * S + j] = before + w;
  };

  let entering = 0;
  let leaving = 0;
  for (let t = 0; t < time.length; t++) {
    if (hasEvent[t] === 1) {
      const now = time[t]!;
      for (; entering < n && entry[byEntry[entering]!]! < now; entering++) moveRow(byEntry[entering]!, 1);
      for (; leaving < n && exit[byExit[leaving]!]! < now; leaving++) moveRow(byExit[leaving]!, -1);
      for (let i = leaving; i < n && exit[byExit[i]!]! === now; i++) {
        const row = byExit[i]!;
        if (to[row]! < 0) continue;
        const j = from[row]!;
        const h = transitions.index[j * S + to[row]!]!;
        events.terms[placeOf(events, cluster[row]!) * H + h]! += weight[row]! / atRisk[t * S + j]!;
      }
      for (let h = 0; h < H; h++) if (counts.transitions[t * H + h]! > 0) advance(h, t);
      clear(events);
    }
    for (let h = 0; h < H; h++) {
      const v = variance[h]!;
      errors[t * H + h] = v > ROUNDING * size[h]! ? Math.sqrt(v) : 0;
    }
  }
  return errors;

  function advance(h: number, t: number): void {
    const j = transitions.from[h]!;
    const risk = atRisk[t * S + j]!;
    const fall = counts.transitions[t * H + h]! / risk / risk;
    let others = pairs[j]! + lost[j]!;
    let added = -2 * fall * sum[h]!;
    size[h]! += Math.abs(added);
    sum[h]! -= fall * others;
    for (let m = 0; m < events.count; m++) {
      const g = events.clusters[m]!;
      const w = own[g * S + j]!;
      const rise = events.terms[m * H + h]!;
      const met = 2 * rise * (apart[g * H + h]! - w * common[h]!);
      added += met + (rise - w * fall) ** 2;
      size[h]! += Math.abs(met) + rise * rise;
      others -= w * w;
      sum[h]! += w * rise;
      apart[g * H + h]! += rise;
    }
    if (others > ROUNDING * pairs[j]!) added += others * fall * fall;
    variance[h]! += added;
    common[h]! += fall;
  }
}

/**
 * Each U_g adds up to 0 over the states, so V has one row to spare: that of the state in which most can have cancelled is
 * made from the others.
 */
function settle(variance: Float64Array, size: Float64Array): void {
  const S = size.length;
  let r = 0;
  for (let s = 1; s < S; s++) if (size[s]! > size[r]!) r = s;
  let whole = 0;
  let rest = 0;
  for (let a = 0; a < S; a++) {
    if (a === r) continue;
    let row = 0;
    for (let b = 0; b < S; b++) if (b !== r) row += variance[a * S + b]!;
    variance[a * S + r] = -row;
    variance[r * S + a] = -row;
    whole += row;
    rest += size[a]!;
  }
  variance[r * S + r] = whole;
  size[r] = Math.min(size[r]!, rest);
}

/** The clusters that have an event at the present time, each with a row of terms. */
type Events = {
  readonly width: number;
  /** [clusters] place in `clusters`, or −1 */
  readonly place: Int32Array;
  readonly clusters: Uint32Array;
  count: number;
  terms: Float64Array;
};

const newEvents = (clusters: number, width: number): Events => ({
  width,
  place: new Int32Array(clusters).fill(-1),
  clusters: new Uint32Array(clusters),
  count: 0,
  terms: new Float64Array(16 * width)
});

function placeOf(events: Events, g: number): number {
  const known = events.place[g]!;
  if (known >= 0) return known;
  const {width} = events;
  const place = events.count++;
  events.place[g] = place;
  events.clusters[place] = g;
  if (events.terms.length < events.count * width) {
    const terms = new Float64Array(2 * events.terms.length);
    terms.set(events.terms);
    events.terms = terms;
  }
  events.terms.fill(0, place * width, (place + 1) * width);
  return place;
}

function clear(events: Events): void {
  for (let m = 0; m < events.count; m++) events.place[events.clusters[m]!] = -1;
  events.count = 0;
}

/** matrix ← matrix + factor xᵀy for row vectors x and y [S] */
function addProduct(
  matrix: Float64Array,
  x: Float64Array,
  xAt: number,
  y: Float64Array,
  yAt: number,
  S: number,
  factor: number
): void {
  for (let r = 0; r < S; r++) {
    const scaled = factor * x[xAt + r]!;
    if (scaled !== 0) for (let c = 0; c < S; c++) matrix[r * S + c]! += scaled * y[yAt + c]!;
  }
}

function transpose(matrix: Float64Array, S: number): void {
  for (let r = 0; r < S; r++) {
    for (let c = 0; c < r; c++) {
      const value = matrix[r * S + c]!;
      matrix[r * S + c] = matrix[c * S + r]!;
      matrix[c * S + r] = value;
    }
  }
}

/** Adds with Neumaier's compensation: a sum from which all is taken away again ends at nought. */
function addTo(sums: Float64Array, lost: Float64Array, at: number, value: number): void {
  const sum = sums[at]!;
  const total = sum + value;
  lost[at]! += Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
  sums[at] = total;
}
