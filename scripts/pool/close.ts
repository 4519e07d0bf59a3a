import { announceClose } from "#sdk/actions/pool/announceClose.ts";
import { close } from "#sdk/actions/pool/close.ts";
import { poolAt } from "#sdk/chain/contracts.ts";
import { readEvents } from "#sdk/events/readEvents.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface CloseArgs {
  readonly dataset: string;
}

const closePool: Action<CloseArgs> = async (args, context) => {
  const { client, pool, reward, dataset } = await openPool(context, args.dataset);
  const announced = await readEvents(client, { at: poolAt(pool), event: "AnnounceClose" });
  if (announced.length === 0) {
    return send({
      intent: `announce the closing of ${dataset.symbol}`,
      act: () => announceClose(client, { pool }),
      tell: ({ closingAt }) => ({
        title: `Announced the closing of ${dataset.symbol}`,
        facts: [["run this again", `from ${formatTime(closingAt)}`]],
      }),
    });
  }
  return send({
    intent: `close ${dataset.symbol}`,
    act: () => close(client, { pool }),
    tell: ({ refunded }) => ({
      title: `Closed ${dataset.symbol}`,
      facts: [["back to the maker", units(refunded, reward)]],
    }),
  });
};

export default closePool;
