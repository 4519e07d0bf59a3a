import { MaxUint256, parseEther } from "ethers";
import { encode, now, tokenAt } from "#sdk";
import { NO_PERMIT } from "#sdk/permits/noPermit.ts";
import type { Chain } from "../../../../scripts/chain/Chain.ts";
import { datasetTerms, POOL_TERMS } from "../../../fixtures/terms.ts";
import type { Deployed } from "./deployHere.ts";

const GAS = 2_000_000n;

/** Launches so many datasets, "Dataset 1" first, each in a block of its own; their makers take turns. */
export async function launchMany({ provider }: Chain, deployed: Deployed, count: number): Promise<void> {
  const makers = deployed.people.slice(0, 10);
  const [{ alita, factory }] = makers as [(typeof makers)[number]];
  const time = await now(makers[0]!);
  const send = async (maker: number, to: string, data: string, nonce: number): Promise<void> => {
    const from = makers[maker]!.address;
    await provider.send("eth_sendTransaction", [{ from, to, data, nonce: `0x${nonce.toString(16)}`, gas: `0x${GAS.toString(16)}` }]); // prettier-ignore
  };
  const nonces = await Promise.all(makers.map(({ address }) => provider.getTransactionCount(address)));
  const allow = encode(tokenAt(alita.address), "approve", [factory.address, MaxUint256]);
  for (const [maker] of makers.entries()) await send(maker, alita.address, allow, nonces[maker]!++);
  for (let index = 0; index < count; index++) {
    const maker = index % makers.length;
    const pool = { ...POOL_TERMS, attesterSet: deployed.attesterSetHash };
    const name = { name: `Dataset ${index + 1}`, symbol: `DATA${index + 1}`, liquidityBase: parseEther("100") };
    const params = { ...datasetTerms(time), ...name, pool };
    await send(maker, factory.address, encode(factory, "createDataset", [params, NO_PERMIT]), nonces[maker]!++);
  }
}
