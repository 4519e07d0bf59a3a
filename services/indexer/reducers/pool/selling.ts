import { mustEqual } from "../../state/must.ts";
import { datasets } from "../../tables/datasets.ts";
import { licences } from "../../tables/licences.ts";
import { licenceSales } from "../../tables/licenceSales.ts";
import { type Context, type EventOf, placeOf } from "../Reducer.ts";
import { shareRevenue } from "./revenue.ts";
import { datasetOf } from "./rows.ts";

/** A licence was bought or extended, at the listed price or by an accepted offer. */
export async function buy(event: EventOf<"DataPool", "Buy">, context: Context): Promise<void> {
  const { state, time } = context;
  const { buyer, licensee, paid, toStakers } = event.args;
  const until = Number(event.args.licensedUntil);
  const dataset = await datasetOf(context);
  const { pool, totalStaked, ownerStake } = dataset;
  const whole = ownerStake + totalStaked;
  mustEqual("The stakers' part of a sale", toStakers, whole === 0n ? 0n : (paid * totalStaked) / whole);
  state.put(datasets, {
    ...shareRevenue(dataset, paid, toStakers),
    licencesSold: dataset.licencesSold + 1,
    licenceRevenue: dataset.licenceRevenue + paid,
  });
  const known = await state.get(licences, [pool, licensee]);
  const [sales, spent] = [(known?.sales ?? 0) + 1, (known?.paid ?? 0n) + paid];
  state.put(licences, { pool, licensee, until, since: known?.since ?? time, sales, paid: spent });
  state.add(licenceSales, { ...placeOf(event, context), pool, buyer, licensee, paid, toStakers, until });
}

export async function setPrice({ args }: EventOf<"DataPool", "SetPrice">, context: Context): Promise<void> {
  context.state.put(datasets, { ...(await datasetOf(context)), licencePrice: args.price });
}

export async function setListed({ args }: EventOf<"DataPool", "SetListed">, context: Context): Promise<void> {
  context.state.put(datasets, { ...(await datasetOf(context)), listed: args.listed });
}
