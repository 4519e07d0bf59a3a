import { getAddress } from "ethers";
import type { Contribution } from "../types/Contribution.ts";
import type { WireContribution } from "./wire.ts";

/** A contribution as it is sent. */
export const toWire = (contribution: Contribution): WireContribution => ({
  ...contribution,
  kind: contribution.kind === 0n ? "0" : "1",
  units: contribution.units.toString(),
});

/** A contribution as it was sent. */
export const fromWire = (contribution: WireContribution): Contribution => ({
  ...contribution,
  provider: getAddress(contribution.provider),
  kind: BigInt(contribution.kind),
  units: BigInt(contribution.units),
});
