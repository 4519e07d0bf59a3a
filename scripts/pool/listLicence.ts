import { setListed } from "#sdk/actions/pool/setListed.ts";
import type { Action } from "../tasks/Command.ts";
import { openPool } from "../tasks/openPool.ts";
import { send } from "../tasks/send.ts";

interface ListLicenceArgs {
  readonly dataset: string;
  readonly off: boolean;
}

const listLicence: Action<ListLicenceArgs> = async (args, context) => {
  const { client, pool, dataset } = await openPool(context, args.dataset);
  const where = args.off ? "off sale" : "on sale";
  return send({
    intent: `put licences of ${dataset.symbol} ${where}`,
    act: () => setListed(client, { pool, listed: !args.off }),
    tell: () => ({ title: `Licences of ${dataset.symbol} are ${where}` }),
  });
};

export default listLicence;
