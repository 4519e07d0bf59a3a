import { expect } from "chai";
import type { Signer, TransactionRequest } from "ethers";
import { type Datawell, dataset, read, tokenAt } from "#sdk";
import { sdkWorld } from "../fixtures/sdk.ts";

const NAME = "zzzzzzzz";
const [TEXT, BYTES] = ["7a".repeat(8), "fffefdfcfbfaf9f8"]; // the second is no UTF-8

/** A client whose transactions carry other bytes for the name. */
function rewriting(client: Datawell): Datawell {
  const signer = client.runner as Signer;
  const rewritten = (request: TransactionRequest) => ({ ...request, data: request.data?.replace(TEXT, BYTES) });
  const runner = new Proxy(signer, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      const method = value.bind(target) as (request: TransactionRequest) => unknown;
      const sends = name === "sendTransaction" || name === "estimateGas";
      return sends ? (request: TransactionRequest) => method(rewritten(request)) : method;
    },
  });
  return { ...client, runner };
}

describe("T6: a dataset whose name is no text", () => {
  it("hides no other dataset from the list, and reads as one unreadable character", async () => {
    const world = await sdkWorld();
    const { params } = await world.launch();
    const { result } = await dataset.launch(rewriting(world.maker), { ...params, name: NAME });
    const third = await world.launch();

    const all = await dataset.list(world.stranger);
    expect(all.map(({ name }) => name)).to.deep.equal([params.name, "\ufffd", third.params.name]);
    expect(all[1]?.token).to.equal(result.token);
    expect(await read(world.stranger, tokenAt(result.token), "name", [])).to.equal("\ufffd");
    expect((await dataset.show(world.stranger, result)).name).to.equal("\ufffd");
  });
});
