import { parseEther } from "ethers";

export interface DeployConfig {
  /** ERC-20 that everything is paid in. Without it an own Alita is deployed. */
  readonly base?: string;
  /** Who receives the supply of an own Alita. */
  readonly holder: string;
  /** ALITA wei that an attester bonds at least. */
  readonly minBond: bigint;
  /** Seconds that a leaving attester stays liable. */
  readonly unbonding: number;
  /** Refuse to run on any other chain. */
  readonly chainId?: bigint;
}

const DAY = 24 * 60 * 60;

export const DEFAULTS = { minBond: parseEther("1000"), unbonding: 14 * DAY } as const;
