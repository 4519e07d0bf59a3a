import type { Datawell } from "./datawell.ts";
import { now } from "./now.ts";

const PATIENCE = 20n * 60n; // seconds

/** The caller's deadline, or 20 minutes from now (unix seconds). */
export const deadlineOf = async (client: Datawell, deadline?: bigint): Promise<bigint> =>
  deadline ?? (await now(client)) + PATIENCE;
