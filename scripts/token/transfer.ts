import { transfer } from "#sdk/actions/dataset/transfer.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";
import { whoIs } from "../tasks/whoIs.ts";
import { tokenOf } from "./tokenOf.ts";

interface TransferArgs {
  readonly token: string;
  readonly to: string;
  readonly amount: string;
}

const transferTokens: Action<TransferArgs> = async (args, context) => {
  const session = await openSession(context);
  const { address, money } = await tokenOf(session, args.token);
  const to = whoIs(session, args.to, "to");
  const wei = amount(args.amount, "amount", money);
  return send({
    intent: `send ${units(wei, money)} to ${to}`,
    facts: [["token", address]],
    quote: { token: address, to, amount: wei },
    act: () => transfer(session.client, { token: address, to, amount: wei }),
    tell: ({ value }) => ({ title: `Sent ${units(value, money)} to ${to}` }),
  });
};

export default transferTokens;
