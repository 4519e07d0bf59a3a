import { AbiCoder, keccak256, ZeroHash } from "ethers";
import { mustGet } from "../../state/must.ts";
import { datasets } from "../../tables/datasets.ts";
import { proposals } from "../../tables/proposals.ts";
import type { Context, EventOf } from "../Reducer.ts";
import { inForce } from "./inForce.ts";
import { nameOfParameter, type ParameterName } from "./nameOfParameter.ts";
import { datasetOf, type DatasetRow } from "./rows.ts";

/** A term changes, now or after its notice, by a proposal or by the maker's own word. */
export async function setParameter({ args }: EventOf<"DataPool", "SetParameter">, context: Context): Promise<void> {
  const { state, time } = context;
  const dataset = await datasetOf(context);
  const parameter = nameOfParameter(args.parameter);
  if (args.proposal !== ZeroHash) await execute(context, dataset.pool, args.proposal);
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

/** Ends the proposal that was carried out. */
async function execute({ state, time }: Context, pool: string, id: string): Promise<void> {
  const proposal = await mustGet(state, proposals, [pool, id]);
  state.put(proposals, { ...proposal, ended: "executed", endedAt: time });
}
