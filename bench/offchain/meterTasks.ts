/**
 * What data tasks do to a million rows, in AssemblyScript: each export is one task. The rows lie in memory as a device
 * would hand them over: numbers of 8 bytes, and texts of 16.
 */
export const TASKS = ["sum", "histogram", "regression", "groupBy", "words", "logistic", "median"] as const;

export const TASK_SOURCE = `
const ROWS: i32 = 1000000;
let numbers: usize = 0;
let texts: usize = 0;
let scratch: usize = 0;

function random(state: u32): u32 {
  state ^= state << 13;
  state ^= state >> 17;
  return state ^ (state << 5);
}

export function prepare(): void {
  numbers = heap.alloc(8 * ROWS);
  texts = heap.alloc(16 * ROWS);
  scratch = heap.alloc(8 * ROWS);
  let state: u32 = 2463534242;
  for (let i = 0; i < ROWS; i++) {
    state = random(state);
    store<f64>(numbers + 8 * i, <f64>(state >>> 8) / 16777.216);
    for (let j = 0; j < 16; j++) {
      state = random(state);
      store<u8>(texts + 16 * i + j, state % 5 == 0 ? 32 : 97 + <u8>(state % 26));
    }
  }
}

export function sum(): f64 {
  let total: i64 = 0;
  for (let i = 0; i < ROWS; i++) total += <i64>load<f64>(numbers + 8 * i);
  return <f64>total;
}

export function histogram(): f64 {
  memory.fill(scratch, 0, 8 * 64);
  for (let i = 0; i < ROWS; i++) {
    const x = load<f64>(numbers + 8 * i);
    const bin = x < 0 ? 0 : x >= 1000 ? 63 : <i32>(x * 0.064);
    const at = scratch + 8 * bin;
    store<i64>(at, load<i64>(at) + 1);
  }
  return <f64>load<i64>(scratch + 8 * 7);
}

export function regression(): f64 {
  let sx: f64 = 0, sy: f64 = 0, sxx: f64 = 0, sxy: f64 = 0;
  for (let i = 1; i < ROWS; i++) {
    const x = load<f64>(numbers + 8 * i - 8);
    const y = load<f64>(numbers + 8 * i);
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  const n = <f64>(ROWS - 1);
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

function hash(at: usize): u32 {
  let state: u32 = 0x811c9dc5;
  for (let i = 0; i < 16; i++) state = (state ^ load<u8>(at + i)) * 0x01000193;
  return state;
}

export function groupBy(): f64 {
  memory.fill(scratch, 0, 8 * 1024);
  for (let i = 0; i < ROWS; i++) {
    const at = scratch + 8 * (hash(texts + 16 * i) % 1024);
    store<i64>(at, load<i64>(at) + <i64>load<f64>(numbers + 8 * i));
  }
  return <f64>load<i64>(scratch + 8 * 7);
}

export function words(): f64 {
  let words: i32 = 0;
  let inside = false;
  for (let at = texts, end = texts + 16 * ROWS; at < end; at++) {
    const blank = load<u8>(at) == 32;
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return <f64>words;
}

export function logistic(): f64 {
  let a: f64 = 0.01, b: f64 = 0;
  for (let i = 1; i < ROWS; i++) {
    const x = load<f64>(numbers + 8 * i - 8) / 1000;
    const y: f64 = load<f64>(numbers + 8 * i) > 500 ? 1 : 0;
    const error = 1 / (1 + Math.exp(-a * x - b)) - y;
    a -= 0.01 * error * x;
    b -= 0.01 * error;
  }
  return a;
}

export function median(): f64 {
  memory.copy(scratch, numbers, 8 * ROWS);
  let low = 0, high = ROWS - 1;
  const middle = ROWS / 2;
  while (low < high) {
    const pivot = load<f64>(scratch + 8 * ((low + high) >> 1));
    let i = low, j = high;
    while (i <= j) {
      while (load<f64>(scratch + 8 * i) < pivot) i++;
      while (load<f64>(scratch + 8 * j) > pivot) j--;
      if (i > j) break;
      const held = load<f64>(scratch + 8 * i);
      store<f64>(scratch + 8 * i, load<f64>(scratch + 8 * j));
      store<f64>(scratch + 8 * j, held);
      i++;
      j--;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else break;
  }
  return load<f64>(scratch + 8 * middle);
}
`;
