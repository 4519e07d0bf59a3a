import type * as Loaded from "./engine.ts";

export type Engine = typeof Loaded;

let loaded: Promise<Engine> | undefined;

/** Loads the heavy part once. */
export function engine(): Promise<Engine> {
  loaded ??= import("./engine.ts");
  return loaded;
}
