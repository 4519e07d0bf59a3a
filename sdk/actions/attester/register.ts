import { act } from "../../chain/act.ts";
import type { Datawell } from "../../chain/datawell.ts";
import { encode } from "../../chain/encode.ts";
import { read } from "../../chain/read.ts";
import { signerOf } from "../../chain/signerOf.ts";
import { transact } from "../../chain/transact.ts";
import type { RegistryEvent } from "./RegistryEvent.ts";

/**
 * Bonds ALITA wei as an attester, or adds to the bond. The registry takes no permits: if its allowance is too small, an
 * approval is sent first.
 * @throws DatawellError BondTooSmall, Barred, AlreadyExiting, ZeroAmount, ERC20InsufficientBalance
 */
export async function register(client: Datawell, { amount }: { readonly amount: bigint }): RegistryEvent<"Register"> {
  const { alita, registry } = client;
  const owner = await signerOf(client).getAddress();
  if ((await read(client, alita, "allowance", [owner, registry.address])) < amount) {
    await transact(client, { to: alita.address, calls: [encode(alita, "approve", [registry.address, amount])] });
  }
  return act(client, registry, { call: "register", args: [amount], event: "Register" });
}
