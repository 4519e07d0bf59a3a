/**
 * Yes votes (stake wei) that a proposal needs beside its owner's weight; 0: none. The twin of
 * OwnerMajority.votesNeeded: owner + yes > 60 % of owner + staked.
 */
export function votesNeeded(owner: bigint, staked: bigint): bigint {
  const six = staked * 6n;
  const four = owner * 4n;
  return four > six ? 0n : (six - four) / 10n + 1n;
}
