/** A float of the engine's choosing if it is a NaN, which the meter makes canonical where somebody can see it. */
export type FloatType = "f32" | "f64";

/** A value whose bits are what they are: loaded, passed in, computed on integers ... */
export const GIVEN = -1;
/** A float that is no NaN. */
export const NUMBER = -2;

/**
 * Where NaNs of an engine's choosing arise in a function, and where they go. An origin is the place of a float
 * instruction, or of a local.get of a float variable, that put the value on the stack.
 */
export interface FloatFlow {
  readonly arise: Map<number, FloatType>;
  readonly variables: ReadonlyMap<number, FloatType>; // declared float locals; a parameter's bits are given
  readonly gets: Map<number, number>; // origin -> variable
  readonly sets: [variable: number, origin: number][];
  readonly shown: Set<number>; // origins
}

/** The flow of a function of which nothing was read yet. */
export function createFloatFlow(variables: ReadonlyMap<number, FloatType>): FloatFlow {
  return { arise: new Map(), variables, gets: new Map(), sets: [], shown: new Set() };
}

/** The origin of what a local.get at a place puts on the stack. */
export function getVariable(flow: FloatFlow, variable: number, place: number): number {
  if (!flow.variables.has(variable)) return GIVEN;
  flow.gets.set(place, variable);
  return place;
}

/** Notes that a value goes into a variable. One of integers, or a parameter, shows the bits. */
export function setVariable(flow: FloatFlow, variable: number, origin: number): void {
  if (flow.variables.has(variable)) flow.sets.push([variable, origin]);
  else show(flow, origin);
}

/** Notes that a value's bits can be seen. */
export function show(flow: FloatFlow, origin: number): void {
  if (origin >= 0) flow.shown.add(origin);
}

/**
 * Where a NaN must be made canonical so that nobody ever sees another. A variable that is only ever set to results of
 * float instructions may hold any NaN until it is shown; one that is also set to given bits may not, for these must stay.
 */
export function visibleNans(flow: FloatFlow): ReadonlyMap<number, FloatType> {
  const mixed = mixedVariables(flow);
  for (const [variable, origin] of flow.sets) if (mixed.has(variable)) show(flow, origin);
  const visible = new Map<number, FloatType>();
  for (const origin of flow.shown) {
    const variable = flow.gets.get(origin);
    if (variable !== undefined && mixed.has(variable)) continue; // canonical or given, long before
    const type = variable === undefined ? flow.arise.get(origin) : flow.variables.get(variable);
    if (type !== undefined) visible.set(origin, type);
  }
  return visible;
}

/** Variables that hold given bits at some time, or may get them from another one. */
function mixedVariables({ gets, sets }: FloatFlow): ReadonlySet<number> {
  const copies = new Map<number, number[]>();
  const mixed = new Set<number>();
  for (const [variable, origin] of sets) {
    const source = gets.get(origin);
    if (origin === GIVEN) mixed.add(variable);
    if (source !== undefined) append(copies, source, variable);
  }
  for (const variable of mixed) for (const copy of copies.get(variable) ?? []) mixed.add(copy); // a Set grows while read
  return mixed;
}

function append(lists: Map<number, number[]>, key: number, item: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
