import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import { generateDeviceKeys, openUrls, withdrawRecord } from "#sdk/store/index.ts";
import { createS3Blobs } from "../../../services/store/blobs/createS3Blobs.ts";
import { failure, storeWorld, type StoreWorld, URLS } from "./storeWorld.ts";

const ACCESS = {
  region: "eu-central-1",
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const sha = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** Whether a request is signed as AWS Signature Version 4 wants it, worked out here from its specification. */
function isSigned({ method, url = "", headers }: IncomingMessage, body: Buffer): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, id, day = "", region = "", signedHeaders = "", signature = ""] =
    parts.exec(headers.authorization ?? "") ?? [];
  const payload = String(headers["x-amz-content-sha256"]);
  if (id !== ACCESS.accessKeyId || region !== ACCESS.region) return false;
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha(body)) return false;
  const names = signedHeaders.split(";");
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");
  const canonical = [method, url, "", lines, signedHeaders, payload].join("\n");
  const date = String(headers["x-amz-date"]);
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${ACCESS.secretAccessKey}`, day), region));
  const expected = hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha(canonical)].join("\n"));
  return names.includes("host") && timingSafeEqual(expected, Buffer.from(signature, "hex"));
}

/** A small server that keeps objects of one bucket as S3 does. */
async function s3Server() {
  const objects = new Map<string, Buffer>();
  const faults: number[] = []; // statuses to answer before anything else
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const answer = (status: number, content?: Buffer) => response.writeHead(status).end(content);
    const fault = faults.shift();
    if (fault !== undefined) return answer(fault);
    if (!isSigned(request, body)) return answer(403);
    const [, bucket, key = ""] = (request.url ?? "").split("/");
    if (bucket !== "ciphertexts") return answer(404);
    if (request.method === "PUT") {
      objects.set(key, body);
      return answer(200);
    }
    if (request.method === "DELETE") return answer(objects.delete(key) ? 204 : 404);
    return objects.has(key) ? answer(200, objects.get(key)) : answer(404);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint, objects, faults, close };
}

describe("Ciphertexts in object storage", () => {
  let s3: Awaited<ReturnType<typeof s3Server>>;
  before(async () => {
    s3 = await s3Server();
  });
  after(() => s3.close());

  const bucket = (overrides: object = {}) =>
    createS3Blobs({ endpoint: s3.endpoint, bucket: "ciphertexts", ...ACCESS, ...overrides });
  const bytes = Uint8Array.from([1, 2, 255]);

  it("are put, got and removed by requests that S3 takes", async () => {
    const blobs = bucket();
    expect(await blobs.get("bafkreia")).to.equal(undefined);
    await blobs.put("bafkreia", bytes);
    await blobs.put("bafkreia", bytes);
    expect(await blobs.get("bafkreia")).to.deep.equal(bytes);
    await blobs.remove("bafkreia");
    await blobs.remove("bafkreia");
    expect(await blobs.get("bafkreia")).to.equal(undefined);
  });

  it("come through a storage that fails twice", async () => {
    s3.faults.push(500, 503);
    await bucket().put("bafkreib", bytes);
    expect(await bucket().get("bafkreib")).to.deep.equal(bytes);
  });

  it("are not taken for kept when the storage refuses, is away, or has no such bucket", async () => {
    const other = { secretAccessKey: "another" };
    for (const wrong of [other, { bucket: "none" }, { endpoint: "http://127.0.0.1:9" }]) {
      const { code, status, message } = await failure(bucket({ ...wrong, timeoutMs: 2_000 }).put("bafkreic", bytes));
      expect([code, status]).to.deep.equal(["BlobsUnavailable", 503]);
      expect(message).not.to.contain(ACCESS.secretAccessKey);
    }
  });

  describe("of a whole store", () => {
    let world: StoreWorld;
    before(async () => {
      world = await storeWorld();
    });
    after(() => world.end());

    it("serve readers, and are known when they are damaged or lost", async () => {
      const store = await world.start({ s3: { endpoint: s3.endpoint, bucket: "ciphertexts", ...ACCESS } });
      const { record } = await world.publish(store.as);
      const params = { record, device: await generateDeviceKeys() };
      const consumer = store.as(world.consumer);
      expect(await openUrls(consumer, params)).to.deep.equal(URLS);
      const kept = s3.objects.get(record.cid)!;
      s3.objects.set(record.cid, Buffer.from(kept.map((byte, index) => (index === 20 ? byte ^ 1 : byte))));
      expect((await failure(openUrls(consumer, params))).code).to.equal("BlobLost");
      s3.objects.delete(record.cid);
      expect((await failure(openUrls(consumer, params))).code).to.equal("BlobLost");
      s3.objects.set(record.cid, kept);
      await withdrawRecord(store.as(world.alice), record.cid);
      expect(s3.objects.has(record.cid)).to.equal(false);
    });

    it("leave no ciphertext behind when their owner has no room, however many come at once", async () => {
      const options = { endpoint: s3.endpoint, bucket: "ciphertexts", ...ACCESS };
      const store = await world.start({ s3: options, quotas: { recordsPerOwner: 1 } });
      const { size } = s3.objects;
      const results = await Promise.allSettled([1, 2, 3].map(() => world.publish(store.as)));
      expect(results.filter(({ status }) => status === "fulfilled")).to.have.length(1);
      expect((await failure(world.publish(store.as))).code).to.equal("QuotaReached");
      expect(s3.objects.size).to.equal(size + 1);
    });

    it("leave no record behind when they could not be kept", async () => {
      const store = await world.start({ s3: { endpoint: s3.endpoint, bucket: "none", ...ACCESS } });
      expect((await failure(world.publish(store.as))).code).to.equal("BlobsUnavailable");
      const list = (await (await fetch(`${store.url}/records`)).json()) as { records: unknown[] };
      expect(list.records).to.deep.equal([]);
    });
  });
});
