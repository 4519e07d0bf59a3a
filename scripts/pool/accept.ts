import { accept } from "#sdk/actions/pool/accept.ts";
import { formatDuration } from "#sdk/format/formatDuration.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";
import { offerOf } from "./proposals.ts";

interface AcceptArgs {
  readonly dataset: string;
  readonly proposal: string;
}

const acceptOffer: Action<AcceptArgs> = async (args, context) => {
  const { client, pool, alita, dataset } = await openPool(context, args.dataset);
  const proposal = await offerOf(client, { pool, id: args.proposal });
  const deal = `${formatDuration(proposal.duration)} of access to ${dataset.symbol} for ${units(proposal.price, alita)}`;
  return send({
    intent: `accept ${deal}`,
    quote: proposal,
    act: () => accept(client, { pool, proposal }),
    tell: () => ({ title: `Accepted ${deal}` }),
  });
};

export default acceptOffer;
