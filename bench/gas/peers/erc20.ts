import { type Contract, parseEther, Signature, type Wallet } from "ethers";
import { PERMIT_TYPES } from "#sdk/permits/permitMessage.ts";
import { LOCAL_CHAIN_ID } from "../../../scripts/chain/Chain.ts";
import { type Measure, warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { compiled } from "./compile.ts";
import { at, create, send } from "./contract.ts";

/** The token libraries that others build on, each in its smallest token. */
export const TOKENS = {
  Solady: "SoladyToken",
  Solmate: "SolmateToken",
  OpenZeppelin: "OpenZeppelinToken",
} as const;

const AMOUNT = parseEther("10");
const ALLOWANCE = parseEther("1000"); // with an end, so that it changes
const PATIENCE = 1_200n; // seconds

interface Holding {
  readonly token: Contract;
  readonly from: Wallet;
  readonly to: Wallet;
}

/** Two who hold the token. */
async function open(stage: Stage, name: string): Promise<Holding> {
  const [from, to] = [await stage.account("from"), await stage.account("to")];
  const token = await create(from, compiled(name), from.address);
  await send(token, "transfer", to.address, AMOUNT);
  return { token, from, to };
}

type Act = (stage: Stage, holding: Holding) => Promise<number>;

const transfer: Act = (_, { token, to }) => warm(() => send(token, "transfer", to.address, AMOUNT));

const transferFrom: Act = async (_, { token, from, to }) => {
  await send(token, "approve", to.address, ALLOWANCE);
  const byTo = token.connect(to) as Contract;
  return warm(() => send(byTo, "transferFrom", from.address, to.address, AMOUNT));
};

/** The amount changes from turn to turn, so that the allowance does, too. */
const permit: Act = async (stage, { token, from, to }) => {
  const byTo = token.connect(to) as Contract;
  return warm(async (turn) => {
    const { value, deadline, v, r, s } = await sign(stage, { token, from }, to.address, AMOUNT + BigInt(turn));
    return send(byTo, "permit", from.address, to.address, value, deadline, v, r, s);
  });
};

const pull: Act = async (stage, { token, from }) => {
  const puller = await create(from, compiled("Puller"));
  return warm(async () => {
    const { value, deadline, v, r, s } = await sign(stage, { token, from }, at(puller), AMOUNT);
    return send(puller, "pull", at(token), value, deadline, v, r, s);
  });
};

async function sign(stage: Stage, { token, from }: Omit<Holding, "to">, spender: string, value: bigint) {
  const deadline = (await stage.time()) + PATIENCE;
  const domain = { name: "Token", version: "1", chainId: LOCAL_CHAIN_ID, verifyingContract: at(token) };
  const nonce = (await token.getFunction("nonces")(from.address)) as bigint;
  const message = { owner: from.address, spender, value, nonce, deadline };
  const { v, r, s } = Signature.from(await from.signTypedData(domain, PERMIT_TYPES, message));
  return { value, deadline, v, r, s };
}

/** An operation in every library. */
const inAll = (act: Act): Readonly<Record<string, Measure>> =>
  Object.fromEntries(
    Object.entries(TOKENS).map(([library, name]) => [
      library,
      async (stage: Stage) => act(stage, await open(stage, name)),
    ]),
  );

export const erc20 = {
  transfer: inAll(transfer),
  transferFrom: inAll(transferFrom),
  permit: inAll(permit),
  pull: inAll(pull),
};
