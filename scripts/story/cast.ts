import { Wallet } from "ethers";
import { connect, type DeploymentFile } from "#sdk/connect.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Chain } from "../chain/Chain.ts";
import { testAccounts } from "../chain/testAccounts.ts";

/** Everybody in the story, in the order of Hardhat's accounts. */
const ROLES = {
  treasury: "deploys the system, hands out ALITA",
  mia: "maker of Seattle Weather",
  noah: "maker of Palmer Penguins",
  ada: "attester",
  ben: "attester",
  cleo: "attester",
  olga: "provider, weather of 2012",
  pavel: "provider, weather of 2013",
  quinn: "provider, weather of 2014, and a copyist",
  rosa: "provider, weather of 2015",
  tom: "trader",
  lea: "liquidity provider",
  carl: "consumer, runs compute jobs",
  dana: "consumer, buys licences",
  cora: "coordinator of compute jobs",
  wanda: "watches for copies",
  theo: "provider, penguins of Torgersen",
  bea: "provider, penguins of Biscoe",
  drew: "provider, penguins of Dream",
  you: "nobody yet: yours to play with",
} as const;

export type Name = keyof typeof ROLES;

/** Somebody who acts: every action of the SDK takes a person as its client. */
export interface Person extends Datawell {
  readonly name: string;
  readonly role: string;
  readonly number: number; // of the account, as commands know it
  readonly address: string;
  readonly privateKey: string;
}

export type Cast = Readonly<Record<Name, Person>>;

/** The first account deploys, so it exists before the others. */
export const treasuryOf = ({ provider }: Chain): Wallet => walletAt(0, provider);

export function createCast(deployment: DeploymentFile, { provider }: Chain): Cast {
  const people = Object.entries(ROLES).map(([key, role], index): [string, Person] => {
    const wallet = walletAt(index, provider);
    const name = key === "you" ? "You" : `${key[0]?.toUpperCase()}${key.slice(1)}`;
    const { address, privateKey } = wallet;
    return [key, { ...connect(deployment, wallet), name, role, number: index, address, privateKey }];
  });
  return Object.fromEntries(people) as Cast;
}

const accounts = testAccounts(Object.keys(ROLES).length);

function walletAt(index: number, provider: Chain["provider"]): Wallet {
  const account = accounts[index];
  if (account === undefined) throw new Error(`There is no test account ${index}`);
  return new Wallet(account.privateKey, provider);
}
