import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Contract, JsonRpcProvider } from "ethers";
import { network, tasks } from "hardhat";

export type Options = Readonly<Record<string, string | boolean>>;
export type Json = Readonly<Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any -- what a program reads

interface Printed {
  readonly out: string;
  readonly err: string;
  readonly success: boolean;
}

export type Cli = Awaited<ReturnType<typeof startCli>>;

/** A local chain behind an address, a folder for files, and commands that run in this process against both. */
export async function startCli() {
  const server = await network.createServer({ network: "default", override: { chainId: 31337 } }, "127.0.0.1", 0);
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  const provider = new JsonRpcProvider(url, 31337, { batchMaxCount: 1, cacheTimeout: -1, staticNetwork: true });
  const folder = mkdtempSync(join(tmpdir(), "datawell-cli-"));
  const deployment = join(folder, "deployment.json");
  writeFileSync(deployment, JSON.stringify({ rpcUrl: url }));

  /** What a command prints, whether it goes well or not. */
  async function print(id: string, options: Options = {}): Promise<Printed> {
    const [out, err] = [capture("log"), capture("error")];
    try {
      const { success } = await tasks.getTask(id.split(" ")).run({ deployment, ...options });
      return { out: out.text(), err: err.text(), success };
    } finally {
      out.restore();
      err.restore();
    }
  }

  /** What a command that must go well answers to programs. */
  async function json(id: string, options: Options = {}): Promise<Json> {
    const { out, err, success } = await print(id, { ...options, json: true });
    expect(success, `${id}: ${err}`).to.equal(true);
    return JSON.parse(out);
  }

  /** What a command that must fail says to people. */
  async function fault(id: string, options: Options = {}): Promise<string> {
    const { out, err, success } = await print(id, options);
    expect(success, `${id} went through: ${out}`).to.equal(false);
    expect(out).to.equal("");
    return err;
  }

  return {
    url,
    provider,
    folder,
    deployment,
    print,
    json,
    fault,
    file: (name: string) => join(folder, name),
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
    wait: async (seconds: number) => {
      await provider.send("evm_increaseTime", [seconds]);
      await provider.send("evm_mine", []);
    },
    /** Sends ALITA of account 0. */
    fund: async (alita: string, accounts: readonly number[], amount: bigint) => {
      const token = new Contract(alita, ["function transfer(address, uint256)"], await provider.getSigner(0));
      for (const one of accounts) await (await token.transfer!((await provider.getSigner(one)).address, amount)).wait();
    },
    stop: async () => {
      provider.destroy();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function capture(channel: "log" | "error") {
  const lines: string[] = [];
  const original = console[channel];
  console[channel] = (...words: unknown[]) => lines.push(words.join(" "));
  return { text: () => lines.join("\n"), restore: () => (console[channel] = original) };
}
