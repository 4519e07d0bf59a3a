import { toQuantity } from "ethers";
import type { Abi, Arguments, At, FunctionName } from "#sdk/chain/abi.ts";
import { encode } from "#sdk/chain/encode.ts";
import { interfaceOf } from "#sdk/chain/interfaceOf.ts";
import type { Rpc } from "../../shared/chain/Rpc.ts";
import type { Difference } from "./Difference.ts";

export type Told = string | bigint | number | boolean;

/** A view of a contract, and what the index has for each of its named results. */
export interface View<A extends Abi, N extends FunctionName<A>> {
  readonly at: At<A>;
  readonly name: N;
  readonly args: Arguments<A, N>;
  readonly expected: Readonly<Record<string, Told>>;
}

/** Compares views at one block, and gathers where they differ from the index. */
export interface Views {
  readonly compare: <A extends Abi, N extends FunctionName<A>>(view: View<A, N>) => Promise<void>;
  readonly result: () => { readonly differences: Difference[]; readonly compared: number };
}

/** Views as a node tells them at a height. */
export function createViews(rpc: Rpc, height: number): Views {
  const differences: Difference[] = [];
  let compared = 0;
  return {
    compare: async ({ at, name, args, expected }) => {
      const call = { to: at.address, data: encode(at, name, args) };
      const data = (await rpc.send("eth_call", [call, toQuantity(height)])) as string;
      const [first, ...rest] = interfaceOf(at.abi, name).decodeFunctionResult(name, data);
      const isStruct = rest.length === 0 && typeof first === "object";
      const told = isStruct
        ? first
        : rest.length === 0
          ? { value: first }
          : interfaceOf(at.abi, name).decodeFunctionResult(name, data);
      for (const [part, value] of Object.entries(expected)) {
        compared++;
        const actual = String(told[part]);
        if (actual === plain(value)) continue;
        const where = `${name}(${args.map(String).join(", ")}).${part} of ${at.address}`;
        differences.push({ where, found: plain(value), expected: actual });
      }
    },
    result: () => ({ differences, compared }),
  };
}

const plain = (value: Told): string => String(value);
