import { parseEther } from "ethers";
import { attester } from "#sdk";
import type { Name } from "../cast.ts";
import { transfer } from "../money.ts";
import { alita } from "../show.ts";
import type { Stage } from "../Stage.ts";

/** What everybody begins with, ALITA. */
const PURSES: Partial<Record<Name, string>> = {
  mia: "20000",
  noah: "10000",
  ada: "1000",
  ben: "1000",
  cleo: "1000",
  tom: "10000",
  lea: "9000",
  carl: "5000",
  dana: "5000",
  you: "10000",
};

export type Attesters = ReturnType<typeof attester.attesterSet>;

/** Whoever judges the quality of data has something to lose. */
export async function bondAttesters({ cast, narrator }: Stage): Promise<Attesters> {
  narrator.chapter("Attesters put up a bond");
  const { treasury, ada, ben, cleo } = cast;
  for (const [name, amount] of Object.entries(PURSES)) {
    await transfer(treasury, treasury.alita.address, cast[name as Name].address, parseEther(amount));
  }

  const { minBond } = await attester.bond(ada, { attester: ada.address });
  for (const one of [ada, ben, cleo]) await attester.register(one, { amount: minBond });
  narrator.tell(
    `Ada, Ben and Cleo bond ${alita(minBond)} each and may now vouch for data. Anyone may do so.`,
    "A9",
    "A1",
  );
  for (const one of [ada, ben, cleo]) {
    const { active, amount } = await attester.bond(ada, { attester: one.address });
    narrator.check(`${one.name}'s bond of ${alita(amount)} is active`, active);
  }
  return attester.attesterSet([ada.address, ben.address, cleo.address], 2n);
}
