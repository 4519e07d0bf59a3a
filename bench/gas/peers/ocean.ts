import {
  Contract,
  getBytes,
  id,
  parseEther,
  Signature,
  solidityPackedKeccak256,
  type TransactionReceipt,
  type Wallet,
  ZeroAddress,
} from "ethers";
import { warm } from "../Operation.ts";
import type { Stage } from "../Stage.ts";
import { at, codeIn, create, send } from "./contract.ts";
import { allow, plainToken } from "./tokens.ts";

export const OCEAN = "Ocean NFT + datatoken + fixed rate";
export const OCEAN_ORDER = "Ocean buyDT + startOrder";
export const OCEAN_ESCROW = "Ocean Escrow createLock, one token";

const CAP = parseEther("1000000");
const TOKEN = parseEther("1"); // what an order costs, and the rate
const FUNDS = parseEther("1000");
const FIRST = 1; // template of its kind
const DECIMALS = 18;
const DAY = 86_400n;

interface Ocean {
  readonly user: Wallet;
  readonly base: Contract;
  readonly factory: Contract;
  readonly router: Contract;
  readonly exchange: Contract;
}

const code = (path: string, name: string) =>
  codeIn(`@oceanprotocol/contracts/artifacts/contracts/${path}${name}.sol/${name}.json`);

async function open(stage: Stage): Promise<Ocean> {
  const user = await stage.account("user");
  const base = await plainToken(user);
  const parties = [user.address, at(base), user.address, user.address]; // owner, Ocean token, pool template, collector
  const router = await create(user, code("pools/", "FactoryRouter"), ...parties, []);
  const exchange = await create(user, code("pools/fixedRate/", "FixedRateExchange"), at(router));
  const nft = await create(user, code("templates/", "ERC721Template"));
  const token = await create(user, code("templates/", "ERC20Template"));
  const factory = await create(user, code("", "ERC721Factory"), at(nft), at(token), at(router));
  await send(router, "addFactory", at(factory));
  await send(router, "addFixedRateContract", at(exchange));
  await allow(base, [at(exchange)]);
  return { user, base, factory, router, exchange };
}

/** A dataset as an NFT, its token and the token's sale, in one transaction. */
function publish({ user, base, factory, exchange }: Ocean, turn: number) {
  const nft = ["Weather", `WTHR-${turn}`, FIRST, "https://example.org/weather", true, user.address];
  const fees = [user.address, ZeroAddress]; // of the publishing market
  const token = [FIRST, ["Weather", "WTHR"], [user.address, user.address, ...fees], [CAP, 0], []];
  const sellers = [at(base), user.address, user.address, ZeroAddress];
  const sale = [at(exchange), sellers, [DECIMALS, DECIMALS, TOKEN, 0, 1]];
  return send(factory, "createNftWithErc20WithFixedRate", nft, token, sale);
}

async function launch(stage: Stage): Promise<number> {
  const ocean = await open(stage);
  return warm((turn) => publish(ocean, turn));
}

/** Buys a token and spends it on access. */
async function buy(stage: Stage): Promise<number> {
  const ocean = await open(stage);
  const { user, exchange } = ocean;
  const { receipt } = await publish(ocean, 0);
  const { exchangeId, datatoken } = saleIn(exchange, receipt);
  const token = new Contract(datatoken, code("templates/", "ERC20Template").abi, user);
  const fee = await providerFee(stage, user);
  await send(exchange, "buyDT", exchangeId, 2n * TOKEN, FUNDS, ZeroAddress, 0); // one is left
  return warm(async () => [
    await send(exchange, "buyDT", exchangeId, TOKEN, FUNDS, ZeroAddress, 0),
    await send(token, "startOrder", user.address, 0, fee, [ZeroAddress, ZeroAddress, 0]),
  ]);
}

function saleIn(exchange: Contract, { logs }: TransactionReceipt) {
  const found = logs.map((log) => exchange.interface.parseLog(log)).find((log) => log?.name === "ExchangeCreated");
  return found?.args.toObject() as { readonly exchangeId: string; readonly datatoken: string };
}

/** What the provider of access asks, signed: nothing. */
async function providerFee(stage: Stage, provider: Wallet) {
  const until = (await stage.time()) + DAY;
  const types = ["bytes", "address", "address", "uint256", "uint256"];
  const hash = solidityPackedKeccak256(types, ["0x", provider.address, ZeroAddress, 0, until]);
  const { v, r, s } = Signature.from(await provider.signMessage(getBytes(hash)));
  return [provider.address, ZeroAddress, 0, v, r, s, until, "0x"];
}

/** A job's payee locks what the payer has deposited; one leg. */
async function lock(stage: Stage): Promise<number> {
  const { user: payer, base, router } = await open(stage);
  const payee = await stage.account("payee");
  const escrow = await create(payer, code("escrow/", "Escrow"), at(router), payer.address);
  await allow(base, [at(escrow)]);
  await send(escrow, "deposit", at(base), FUNDS);
  await send(escrow, "authorize", at(base), payee.address, FUNDS, DAY, 100);
  const byPayee = escrow.connect(payee) as Contract;
  return warm((turn) => send(byPayee, "createLock", id(`job ${turn}`), at(base), payer.address, TOKEN, DAY / 2n));
}

export const ocean = { launch, buy, lock };
