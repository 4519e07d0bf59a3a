import { dataLength, isHexString } from "ethers";
import { DatawellError } from "./DatawellError.ts";
import { decodeRevert } from "./decodeRevert.ts";

/** Where wallets, nodes and ethers put what they know. */
const NESTS = ["data", "error", "info", "cause", "innerError", "originalError", "payload"] as const;
const DEPTH = 6;

/** Codes of ethers and of EIP-1193 wallets. */
const NAMES: Readonly<Record<string, string>> = {
  ACTION_REJECTED: "Rejected",
  4001: "Rejected",
  INSUFFICIENT_FUNDS: "InsufficientFunds",
  NETWORK_ERROR: "Unreachable",
  SERVER_ERROR: "Unreachable",
  TIMEOUT: "Unreachable",
};

/** Makes a DatawellError of whatever was thrown by a wallet, a node or ethers. */
export function decodeError(error: unknown): DatawellError {
  if (error instanceof DatawellError) return error;
  const data = find(error, revertData);
  if (data !== undefined) return decodeRevert(data, error);
  const name = find(error, knownCode);
  if (name !== undefined) return new DatawellError(name, {}, { cause: error });
  return new DatawellError(isRevert(error) ? "Reverted" : "Unknown", { reason: reasonOf(error) }, { cause: error });
}

/** The first answer on the way into nested errors. */
function find<T>(error: unknown, look: (found: object) => T | undefined, depth = 0): T | undefined {
  if (typeof error !== "object" || error === null || depth > DEPTH) return undefined;
  const here = look(error);
  if (here !== undefined) return here;
  for (const nest of NESTS) {
    const inner = find((error as Record<string, unknown>)[nest], look, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function revertData(found: object): string | undefined {
  const { data } = found as { readonly data?: unknown };
  return isHexString(data) && dataLength(data) >= 4 && !("to" in found) ? data : undefined;
}

function knownCode(found: object): string | undefined {
  const { code } = found as { readonly code?: unknown };
  return NAMES[String(code)];
}

const isRevert = (error: unknown): boolean =>
  find(error, (found) => ("code" in found && found.code === "CALL_EXCEPTION" ? true : undefined)) ?? false;

function reasonOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { shortMessage, message } = error as { readonly shortMessage?: unknown; readonly message?: unknown };
  return String(shortMessage ?? message ?? "Something failed without a reason");
}
