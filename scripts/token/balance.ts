import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { tokenOf } from "./tokenOf.ts";

interface BalanceArgs {
  readonly token: string;
  readonly account: string | undefined;
}

const balance: Action<BalanceArgs> = async (args, context) => {
  const session = await openSession(context);
  const { address, money } = await tokenOf(session, args.token);
  const who = whoIs(session, args.account ?? session.user, "account");
  const held = await read(session.client, tokenAt(address), "balanceOf", [who]);
  return {
    title: `${who} has ${units(held, money)}`,
    facts: [["token", address]],
    data: { token: address, who, balance: held },
  };
};

export default balance;
