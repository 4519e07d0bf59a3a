import { parseEther, Wallet } from "ethers";
import { attester, type AttesterSet, connect, type Datawell } from "#sdk";
import { deploy } from "#deploy";
import { type DeploymentFile, toDeploymentFile } from "#deploy/deployments.ts";
import type { ServedChain } from "../../../../scripts/chain/serve.ts";
import { testAccounts } from "../../../../scripts/chain/testAccounts.ts";
import { Alita__factory as Alita } from "#types";

const PEOPLE = 20; // accounts that the chain gives ether to
const STRANGERS = 100; // further ones, for tests that each need somebody new
const PURSE = parseEther("100000"); // ALITA wei
const ETHER = parseEther("10"); // wei
const BOND = parseEther("1000"); // ALITA wei

/** Somebody who acts by the SDK, and whose key a wallet may be given. */
export interface Person extends Datawell {
  readonly address: string;
  readonly privateKey: string;
}

export interface Deployed {
  readonly file: DeploymentFile;
  readonly people: readonly Person[];
  readonly strangers: readonly Person[]; // who have ether and ALITA, too
  readonly attesters: readonly Person[];
  readonly attesterSet: AttesterSet;
  readonly attesterSetHash: string;
}

/** The whole system on a fresh chain, everybody with ALITA, and three attesters with their bonds. */
export async function deployHere({ provider, rpcUrl }: ServedChain): Promise<Deployed> {
  const wallets = testAccounts(PEOPLE + STRANGERS).map(({ privateKey }) => new Wallet(privateKey, provider));
  const file = toDeploymentFile(await deploy(wallets[0]!), rpcUrl);
  const all = wallets.map((wallet): Person => {
    const { address, privateKey } = wallet;
    return { ...connect(file, wallet), address, privateKey };
  });
  const [treasury, ...others] = all;
  const alita = Alita.connect(file.contracts.Alita.address, wallets[0]);
  for (const { address } of others) await alita.transfer(address, PURSE);
  const strangers = others.splice(PEOPLE - 1);
  for (const { address: to } of strangers) await wallets[0]!.sendTransaction({ to, value: ETHER });
  const attesters = others.splice(-3);
  for (const one of attesters) await attester.register(one, { amount: BOND });
  const { set, hash } = attester.attesterSet(
    attesters.map(({ address }) => address),
    2n,
  );
  return { file, people: [treasury!, ...others], strangers, attesters, attesterSet: set, attesterSetHash: hash };
}
