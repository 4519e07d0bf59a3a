import { buyLicence } from "#sdk/actions/pool/buyLicence.ts";
import { quoteLicence } from "#sdk/actions/pool/quoteLicence.ts";
import { formatTime } from "#sdk/format/formatTime.ts";
import { count } from "../input/count.ts";
import { units } from "../output/units.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";
import { whoIs } from "../tasks/whoIs.ts";

interface BuyArgs {
  readonly dataset: string;
  readonly periods: string;
  readonly licensee: string | undefined;
}

const buyAccess: Action<BuyArgs> = async (args, context) => {
  const session = await openPool(context, args.dataset);
  const { client, pool, alita, dataset, user } = session;
  const licensee = whoIs(session, args.licensee ?? user, "licensee");
  const periods = count(args.periods, "periods");
  const quote = await quoteLicence(client, { pool, licensee, periods });
  return send({
    intent: `buy ${licensee} access to ${dataset.symbol} for ${units(quote.cost, alita)}`,
    facts: [["until", formatTime(quote.until)]],
    quote,
    act: () => buyLicence(client, { pool, licensee, periods, maxPrice: quote.cost }),
    tell: ({ paid, licensedUntil }) => ({
      title: `Bought ${licensee} access to ${dataset.symbol} for ${units(paid, alita)}`,
      facts: [["until", formatTime(licensedUntil)]],
    }),
  });
};

export default buyAccess;
