import type { Signer, TransactionResponse } from "ethers";
import { step } from "../intents/steps.ts";

/** A signer that tells what it is asked for, so that the page can say what the wallet is waiting for. */
export function observed(signer: Signer): Signer {
  return new Proxy(signer, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name === "signTypedData") return watching(value.bind(target), "signing");
      if (name === "sendTransaction") return sending(value.bind(target));
      return value.bind(target) as unknown; // or it would look for its private parts in the proxy
    },
  });
}

type Call<T> = (...args: readonly unknown[]) => Promise<T>;

const watching =
  <T>(call: Call<T>, stage: "signing" | "confirming"): Call<T> =>
  (...args) => {
    step({ stage });
    return call(...args);
  };

const sending = (send: Call<TransactionResponse>): Call<TransactionResponse> => {
  const watched = watching(send, "confirming");
  return async (...args) => {
    const response = await watched(...args);
    step({ stage: "pending", hash: response.hash, nonce: response.nonce });
    return response;
  };
};
