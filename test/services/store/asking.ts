import type { Datawell } from "#sdk";
import { generateDeviceKeys, releaseMessage, type ReleaseRequest } from "#sdk/store/index.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";

export interface Asking {
  readonly account: string;
  readonly key: string;
  readonly nonce: string;
  readonly signature: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function nonceOf(url: string): Promise<string> {
  const response = await fetch(`${url}/nonces`, { method: "POST" });
  return ((await response.json()) as { nonce: string }).nonce;
}

/** A request for a key as it goes over the wire; what is signed can differ from what is sent. */
export async function signAsking(
  url: string,
  { client, cid, signed = {} }: { client: Datawell; cid: string; signed?: Partial<ReleaseRequest> },
): Promise<Asking> {
  const signer = signerOf(client);
  const account = await signer.getAddress();
  const { publicKey: key } = await generateDeviceKeys();
  const nonce = await nonceOf(url);
  const request = { origin: url, chainId: client.chainId, account, cid, key, nonce, ...signed };
  return { account, key, nonce: request.nonce, signature: await signer.signMessage(releaseMessage(request)) };
}

export async function send(url: string, path: string, body?: unknown, method = "POST"): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export const sendAsking = (url: string, cid: string, asking: Asking): Promise<Answer> =>
  send(url, `/records/${cid}/release`, asking);

/** Status and code of an answer, as tests compare them. */
export const verdict = ({ status, body }: Answer): string =>
  `${status} ${String(body.code ?? body.status ?? "")}`.trim();
