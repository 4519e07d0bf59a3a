import type { Signer, TransactionResponse } from "ethers";
import { change } from "../intents/steps.ts";

/** A signer that tells an intent what it is asked for, so that the page can say what the wallet is waiting for. */
export function observed(signer: Signer, intent: number): Signer {
  return new Proxy(signer, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name === "signTypedData" || name === "signMessage") return watching(intent, value.bind(target), "signing");
      if (name === "sendTransaction") return sending(intent, value.bind(target));
      return value.bind(target) as unknown; // or it would look for its private parts in the proxy
    },
  });
}

type Call<T> = (...args: readonly unknown[]) => Promise<T>;

const watching =
  <T>(intent: number, call: Call<T>, stage: "signing" | "confirming"): Call<T> =>
  (...args) => {
    change(intent, { stage });
    return call(...args);
  };

const sending = (intent: number, send: Call<TransactionResponse>): Call<TransactionResponse> => {
  const watched = watching(intent, send, "confirming");
  return async (...args) => {
    const response = await watched(...args);
    change(intent, { stage: "pending", hash: response.hash, nonce: response.nonce });
    return response;
  };
};
