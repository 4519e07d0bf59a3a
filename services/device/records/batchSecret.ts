import { computeHmac, concat, toUtf8Bytes } from "ethers";
import type { Holding } from "../Holding.ts";

const DOMAIN = toUtf8Bytes("datawell.batchSecret.v1");

/** What the salts of a job's batches are made from; made again for an audit. */
export const batchSecret = ({ secret, contribution }: Holding, jobId: string): string =>
  computeHmac("sha256", secret, concat([DOMAIN, jobId, contribution]));
