import { AbiCoder, keccak256 } from "ethers";
import { Discontinuity } from "../../state/Discontinuity.ts";
import { mustGet } from "../../state/must.ts";
import { datasets } from "../../tables/datasets.ts";
import { pendingChanges } from "../../tables/pendingChanges.ts";
import { proposals } from "../../tables/proposals.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { inForce } from "./inForce.ts";
import { nameOfParameter, type ParameterName } from "./nameOfParameter.ts";
import { datasetOf, type DatasetRow } from "./rows.ts";

/** A term changes, now or after its notice; with staking, by the proposal that asked for it. */
export async function setParameter({ args }: EventOf<"DataPool", "SetParameter">, context: Context): Promise<void> {
  const { state, time } = context;
  const dataset = await datasetOf(context);
  const parameter = nameOfParameter(args.parameter);
  if (dataset.staking) await execute(context, dataset.pool, parameter, args.data);
  state.put(datasets, {
    ...dataset,
    ...changed(dataset, time, { parameter, data: args.data, from: Number(args.from) }),
  });
}

interface Change {
  readonly parameter: ParameterName;
  readonly data: string;
  readonly from: number;
}

function changed(dataset: DatasetRow, time: number, { parameter, data, from }: Change): Partial<DatasetRow> {
  const { minQuality, attesterSet } = inForce(dataset, time);
  if (parameter === "Attesters") return { attesterSet, attesterSetNext: keccak256(data), attesterSetFrom: from };
  const value = BigInt(AbiCoder.defaultAbiCoder().decode(["uint96"], data)[0]);
  if (parameter === "UnitPrice") return { unitPrice: value };
  return { minQuality, minQualityNext: Number(value), minQualityFrom: from };
}

/** Ends the oldest proposal of this change that has passed and not ended. */
async function execute({ state, time }: Context, pool: string, parameter: string, data: string): Promise<void> {
  const { ids } = await mustGet(state, pendingChanges, [pool, parameter, keccak256(data)]);
  for (const id of ids.split(" ")) {
    const proposal = await mustGet(state, proposals, [pool, id]);
    if (proposal.ended === "" && proposal.needed === 0n && proposal.expiry >= time) {
      return state.put(proposals, { ...proposal, ended: "executed", endedAt: time });
    }
  }
  throw new Discontinuity(`The ${parameter} of pool ${pool} was changed without a proposal that passed`);
}
