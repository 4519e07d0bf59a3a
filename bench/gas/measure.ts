import { inTurn } from "./inTurn.ts";
import type { Growth, Measure, Operation } from "./Operation.ts";
import type { Stage } from "./Stage.ts";
import { type Deployed, worldOn } from "./World.ts";

/** An operation with all its figures, gas. */
export interface Result {
  readonly operation: Operation;
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly growth: readonly Grown[];
}

/** What an operation costs at each size. */
export interface Grown {
  readonly growth: Growth;
  readonly gas: readonly number[];
}

/** Measures an operation, its peers and its growth, each on a stage where nothing has happened yet. */
export async function measure(deployed: Deployed, operation: Operation): Promise<Result> {
  const { ours, peers = {}, growth = [] } = operation;
  return {
    operation,
    ours: await deployed.isolated(() => ours(worldOn(deployed))),
    peers: await measurePeers(deployed, peers),
    growth: await inTurn(growth, (one) => measureGrowth(deployed, one)),
  };
}

async function measurePeers(stage: Stage, peers: Readonly<Record<string, Measure>>) {
  const figures = await inTurn(Object.entries(peers), async ([name, peer]) => {
    const gas = await stage.isolated(() => peer(stage));
    return [name, gas] as const;
  });
  return Object.fromEntries(figures);
}

const measureGrowth = async (deployed: Deployed, growth: Growth): Promise<Grown> => ({
  growth,
  gas: await inTurn(growth.sizes, (size) => deployed.isolated(() => growth.at(worldOn(deployed), size))),
});
