import { AbiCoder, dataSlice } from "ethers";
import { plainObject } from "../chain/plain.ts";
import { customErrors } from "./customErrors.ts";
import { DatawellError } from "./DatawellError.ts";
import { PANICS } from "./panics.ts";

const coder = AbiCoder.defaultAbiCoder();

/** Selectors that the language and common standards give a meaning. */
const ERROR = "0x08c379a0"; // Error(string)
const PANIC = "0x4e487b71"; // Panic(uint256)
const WRAPPED = "0x90bfb865"; // WrappedError(address,bytes4,bytes,bytes), ERC-7751

/**
 * What revert data says: a custom error of any Datawell contract, a text, a panic, or any of them wrapped (ERC-7751).
 * A multicall hands on the data of the call that failed, so that it needs nothing of its own.
 */
export function decodeRevert(data: string, cause?: unknown): DatawellError {
  const selector = data.slice(0, 10).toLowerCase();
  if (selector === ERROR) return new DatawellError("Reverted", { reason: decode("string", data) }, { cause });
  if (selector === PANIC) return panic(decode("uint256", data) as bigint, cause);
  if (selector === WRAPPED)
    return decodeRevert(coder.decode(["address", "bytes4", "bytes", "bytes"], dataSlice(data, 4))[2]);
  const error = customErrors().getError(selector);
  if (error === null)
    return new DatawellError("Reverted", { reason: `The contract refused (${selector})`, data }, { cause });
  const values = plainObject(error.inputs, customErrors().decodeErrorResult(error, data));
  return new DatawellError(error.name, values, { cause });
}

const decode = (type: string, data: string): unknown => coder.decode([type], dataSlice(data, 4))[0];

function panic(code: bigint, cause: unknown): DatawellError {
  const meaning = PANICS[Number(code)] ?? "no known reason";
  return new DatawellError("Panic", { code: `0x${code.toString(16)}`, meaning }, { cause });
}
