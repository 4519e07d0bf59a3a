import type { Grown, Result } from "./measure.ts";
import type { Snapshot } from "./snapshot.ts";

/** Bytes of addresses and hashes that happen to be zero are cheaper calldata: so much does not count as growth. */
const NOISE = 150;

/** All that is wrong with the figures, given those of before. */
export const judge = (results: readonly Result[], before: Snapshot): readonly string[] =>
  results.flatMap((result) => [
    ...faultsOfGoal(result),
    ...faultsOfRise(result, before),
    ...result.growth.flatMap((grown) => faultsOfGrowth(result, grown)),
  ]);

function faultsOfGoal({ operation: { name, goal, shortfall }, ours }: Result): readonly string[] {
  if (goal === undefined) return [];
  if (shortfall === undefined) return ours > goal ? [`${name}: ${ours} is above its goal of ${goal}`] : [];
  if (ours <= goal) return [`${name}: ${ours} reaches its goal of ${goal}, so it has no shortfall to explain`];
  return ours > shortfall.atMost ? [`${name}: ${ours} is above ${shortfall.atMost}, the most of its shortfall`] : [];
}

function faultsOfRise({ operation: { name }, ours }: Result, before: Snapshot): readonly string[] {
  const was = before[name]?.ours;
  return was !== undefined && ours > was ? [`${name}: rose from ${was} to ${ours}`] : [];
}

function faultsOfGrowth({ operation: { name } }: Result, { growth, gas }: Grown): readonly string[] {
  if (growth.because !== undefined || isFlat(gas)) return [];
  return [`${name}: grows with ${growth.of}, from ${gas[0]} to ${gas.at(-1)}, and nothing says why`];
}

export const isFlat = (gas: readonly number[]): boolean => Math.max(...gas) - Math.min(...gas) <= NOISE;
