import type { Operation } from "../Operation.ts";
import { computes } from "./compute.ts";
import { exchange } from "./exchange.ts";
import { governance } from "./governance.ts";
import { pools } from "./pool.ts";
import { tokens } from "./tokens.ts";

/** Everything a user does, in the order of the table. */
export const OPERATIONS: readonly Operation[] = [...exchange, ...tokens, ...pools, ...governance, ...computes];
