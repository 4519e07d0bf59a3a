import type { CoordinatorChain } from "../chain/CoordinatorChain.ts";
import type { Rules } from "../Rules.ts";
import type { Store } from "../store/createStore.ts";

/** What every part of a coordinator works with. */
export interface Context {
  readonly store: Store;
  readonly chain: CoordinatorChain;
  readonly rules: Rules;
  readonly now: () => number; // unix seconds
}
