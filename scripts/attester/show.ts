import { isAddress } from "ethers";
import { bond } from "#sdk/actions/attester/bond.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { units } from "../output/units.ts";
import { accountOf } from "../tasks/accountOf.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";

interface ShowArgs {
  readonly attester: string | undefined;
}

const showAttester: Action<ShowArgs> = async (args, context) => {
  const { client, alita, accounts, user } = await openSession(context);
  const { attester: text = user } = args;
  const attester = isAddress(text) ? text : accountOf(accounts, text, "attester").address;
  const held = await bond(client, { attester });
  return {
    title: `${attester} ${held.active ? "can attest" : "cannot attest"}`,
    facts: [
      ["bond", units(held.amount, alita)],
      ["least bond", units(held.minBond, alita)],
      ...(held.withdrawableAt > 0n ? [["withdrawable", formatTime(held.withdrawableAt)] as const] : []),
      ...(held.barred ? [["barred", "for good: it signed two different assessments"] as const] : []),
    ],
    data: { attester, ...held },
  };
};

export default showAttester;
