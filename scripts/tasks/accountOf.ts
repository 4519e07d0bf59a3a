import { isAddress, type JsonRpcSigner } from "ethers";
import { badInput } from "../input/badInput.ts";

/** One of the network's accounts by its number, from 0, or by its address. */
export function accountOf(accounts: readonly JsonRpcSigner[], text: string, option: string): JsonRpcSigner {
  const found = isAddress(text)
    ? accounts.find(({ address }) => address.toLowerCase() === text.toLowerCase())
    : /^\d+$/.test(text)
      ? accounts[Number(text)]
      : undefined;
  if (found !== undefined) return found;
  const known = accounts.length === 0 ? "none" : `0 to ${accounts.length - 1}`;
  throw badInput(
    `--${option} is "${text}", which is none of this network's accounts (${known})`,
    "Name one by its number or address, or add its key to the network in hardhat.config.ts",
  );
}
