import { register } from "#sdk/actions/attester/register.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

interface RegisterArgs {
  readonly amount: string;
}

const registerAttester: Action<RegisterArgs> = async (args, context) => {
  const { client, alita, user } = await openSession(context);
  const bonded = amount(args.amount, "amount", alita);
  return send({
    intent: `bond ${units(bonded, alita)} of ${user}`,
    act: () => register(client, { amount: bonded }),
    tell: ({ attester, bond }) => ({ title: `${attester} has ${units(bond, alita)} bonded` }),
  });
};

export default registerAttester;
