import { ZeroHash } from "ethers";
import type { Permit } from "../types/Permit.ts";

/** "Use the allowance that is there." */
export const NO_PERMIT: Permit = { value: 0n, deadline: 0n, v: 0n, r: ZeroHash, s: ZeroHash };
