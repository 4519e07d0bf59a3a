import { makeError } from "ethers";

const PATIENCE = 30_000; // milliseconds
const BUSY = 429;
const PAUSES = [250, 1_000, 4_000]; // milliseconds before a node that is busy is asked again

/**
 * Sends JSON to a node and reads its JSON.
 * @throws an ethers error: TIMEOUT, NETWORK_ERROR or SERVER_ERROR
 */
export async function post(url: string, body: unknown): Promise<unknown> {
  const text = JSON.stringify(body);
  for (const pause of PAUSES) {
    const answer = await send(url, text);
    if (answer.status !== BUSY) return jsonOf(answer);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return jsonOf(await send(url, text));
}

async function send(url: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  try {
    return await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const isLate = (error as Error).name === "TimeoutError";
    throw isLate
      ? makeError("The node took too long", "TIMEOUT", { operation: "fetch", reason: "timeout" })
      : makeError("The node was not reached", "NETWORK_ERROR", { event: "fetch" });
  }
}

/** Nodes explain themselves in JSON whatever the status is. */
async function jsonOf(answer: Response): Promise<unknown> {
  const json: unknown = await answer.json().catch(() => undefined);
  if (typeof json === "object" && json !== null) return json;
  throw makeError(`The node answered ${answer.status}`, "SERVER_ERROR", { request: answer.url });
}
