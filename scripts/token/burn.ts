import { burn } from "#sdk/actions/dataset/burn.ts";
import { amount } from "../input/amount.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import { openSession } from "../tasks/openSession.ts";
import { send } from "../tasks/send.ts";

interface BurnArgs {
  readonly dataset: string;
  readonly amount: string;
}

const burnTokens: Action<BurnArgs> = async (args, context) => {
  const session = await openSession(context);
  const { token, money } = await datasetOf(session, args.dataset);
  const wei = amount(args.amount, "amount", money);
  return send({
    intent: `destroy ${units(wei, money)}`,
    quote: { token, amount: wei },
    act: () => burn(session.client, { token, amount: wei }),
    tell: ({ value }) => ({ title: `Destroyed ${units(value, money)}` }),
  });
};

export default burnTokens;
