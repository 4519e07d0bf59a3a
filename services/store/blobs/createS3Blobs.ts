import { AwsClient } from "aws4fetch";
import { ServiceError } from "../../shared/http/index.ts";
import type { BlobStore } from "./BlobStore.ts";

export interface S3Options {
  readonly endpoint: string; // such as "https://s3.eu-central-1.amazonaws.com"
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly timeoutMs?: number; // of one request; 10,000 unless told otherwise
}

const RETRIES = 3;

/** Ciphertexts in a bucket of Amazon S3 or of whatever speaks its protocol, each under its content address. */
export function createS3Blobs({ endpoint, bucket, timeoutMs = 10_000, ...access }: S3Options) {
  const client = new AwsClient({ ...access, service: "s3", retries: RETRIES, initRetryMs: 100 });
  const send = async (method: string, cid: string, body?: Uint8Array): Promise<Response> => {
    const url = `${endpoint.replace(/\/+$/, "")}/${encodeURIComponent(bucket)}/${encodeURIComponent(cid)}`;
    const signal = AbortSignal.timeout(timeoutMs);
    const init = { method, signal, body: body as Uint8Array<ArrayBuffer> | undefined };
    const response = await client.fetch(url, init).catch((cause: unknown) => {
      throw unavailable(cause);
    });
    if (!response.ok && response.status !== 404) throw unavailable(`${method} answered ${response.status}`);
    return response;
  };
  return {
    isTransactional: false,
    put: async (cid: string, bytes: Uint8Array) => {
      const { status } = await send("PUT", cid, bytes);
      if (status === 404) throw unavailable("there is no such bucket");
    },
    get: async (cid: string) => {
      const response = await send("GET", cid);
      return response.status === 404 ? undefined : response.bytes();
    },
    remove: async (cid: string) => {
      await send("DELETE", cid);
    },
  } satisfies BlobStore;
}

const unavailable = (cause: unknown): ServiceError =>
  new ServiceError({
    status: 503,
    code: "BlobsUnavailable",
    fault: "The store cannot reach its object storage",
    remedy: "Nothing was half done; try again later",
    retryAfter: 5,
    cause,
  });
