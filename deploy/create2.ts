import { concat, getCreate2Address, keccak256, Transaction, type Signer, ZeroHash } from "ethers";
import { NothingDeployed, UnexpectedCode } from "./errors.ts";
import { providerOf, send } from "./send.ts";

/** The keyless factory that most chains have: the same init code gives the same address everywhere. */
export const CREATE2_FACTORY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

const FACTORY_CODE =
  "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3";

/** Its deployment, signed by nobody: the signature was chosen, and the account follows from it. */
const FACTORY_TRANSACTION =
  "0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222";

/** Every contract's own arguments tell it from others, so that one salt serves all. */
const SALT = ZeroHash;

export const addressOf = (initCode: string): string => getCreate2Address(CREATE2_FACTORY, SALT, keccak256(initCode));

/** Puts the factory on a chain that lacks it; the signer pays for the account that nobody has the key of. */
export async function installFactory(signer: Signer): Promise<void> {
  const provider = providerOf(signer);
  const found = await provider.getCode(CREATE2_FACTORY);
  if (found === FACTORY_CODE) return;
  if (found !== "0x") throw new UnexpectedCode("the CREATE2 factory", CREATE2_FACTORY);

  const { from, gasLimit, gasPrice } = Transaction.from(FACTORY_TRANSACTION);
  if (from === null || gasPrice === null) throw new Error("The factory's transaction is damaged");
  const missing = gasLimit * gasPrice - (await provider.getBalance(from));
  if (missing > 0n) await send(signer, { to: from, value: missing });
  await (await provider.broadcastTransaction(FACTORY_TRANSACTION)).wait();
}

/**
 * Deploys init code at its address unless it is there already. The address commits to the code, so what is found
 * there needs no further comparison.
 * @returns The block of the deployment, or undefined when nothing had to be done.
 */
export async function create2(signer: Signer, initCode: string, what: string): Promise<number | undefined> {
  const address = addressOf(initCode);
  if ((await providerOf(signer).getCode(address)) !== "0x") return undefined;

  const { blockNumber } = await send(signer, { to: CREATE2_FACTORY, data: concat([SALT, initCode]) });
  if ((await providerOf(signer).getCode(address)) === "0x") throw new NothingDeployed(what, address);
  return blockNumber;
}
