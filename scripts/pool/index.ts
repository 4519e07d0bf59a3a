import type { Command } from "../tasks/Command.ts";
import { contributing } from "./declarations/contributing.ts";
import { running } from "./declarations/running.ts";
import { staking } from "./declarations/staking.ts";
import { voting } from "./declarations/voting.ts";

/** `hardhat pool ...`: contribute, stake, vote, license and run a pool. */
export const pool: readonly Command[] = [...contributing, ...staking, ...voting, ...running];
