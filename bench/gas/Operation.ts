import type { TransactionReceipt } from "ethers";
import type { Stage } from "./Stage.ts";
import type { World } from "./World.ts";

/** Gas of whole transactions. */
export type Measure<S extends Stage = Stage> = (stage: S) => Promise<number>;

/** Something a user does, here and elsewhere. */
export interface Operation {
  readonly name: string;
  /** The least it can cost, built from the primitives of floor.ts. */
  readonly floor: number;
  /** What it may cost; without one, it must not cost more than the snapshot says. */
  readonly goal?: number;
  /** Why the goal is missed, and the most it may cost meanwhile. */
  readonly shortfall?: Shortfall;
  readonly ours: Measure<World>;
  readonly peers?: Readonly<Record<string, Measure>>;
  /** Figures of peers that cannot be run here, from an earlier measurement under the same rules. */
  readonly quoted?: Readonly<Record<string, number>>;
  readonly growth?: readonly Growth[];
}

export interface Shortfall {
  readonly atMost: number;
  readonly because: string;
}

/** The same operation where there is more of something. */
export interface Growth {
  readonly of: string;
  readonly sizes: readonly number[];
  readonly at: (world: World, size: number) => Promise<number>;
  /** Why it grows; without a reason it must not. */
  readonly because?: string;
}

export interface Done {
  readonly receipt: TransactionReceipt;
}

/** Gas of transactions together. */
export const gasOf = (...done: readonly Done[]): number =>
  done.reduce((sum, { receipt }) => sum + Number(receipt.gasUsed), 0);

const TURNS = 3;

/** Gas of something that was done before: every word it changes is there already. */
export async function warm(act: (turn: number) => Promise<Done | readonly Done[]>): Promise<number> {
  let gas = 0;
  for (let turn = 0; turn < TURNS; turn++) gas = gasOf(...[await act(turn)].flat());
  return gas;
}
