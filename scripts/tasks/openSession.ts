import { existsSync } from "node:fs";
import { ZeroAddress } from "ethers";
import { deploymentPath } from "#deploy/deployments.ts";
import { tokenAt } from "#sdk/chain/contracts.ts";
import { read } from "#sdk/chain/read.ts";
import { connect, type DeploymentFile } from "#sdk/connect.ts";
import { badInput } from "../input/badInput.ts";
import { readJson } from "../input/readJson.ts";
import { accountOf } from "./accountOf.ts";
import type { Context } from "./Command.ts";
import { connectTo } from "./connection.ts";
import { DrySigner } from "./DrySigner.ts";
import type { Session } from "./Session.ts";

/** Connects, finds the deployment and takes the account that acts. */
export async function openSession(context: Context): Promise<Session> {
  const { provider, chainId } = await connectTo(context);
  const file = readDeployment(context.deployment ?? deploymentPath(chainId), chainId);
  const factory = file.contracts.DatasetFactory.address;
  if ((await provider.getCode(factory)) === "0x") {
    throw badInput(
      `Nothing is deployed at ${factory} on chain ${chainId}, where the deployment file points`,
      "The chain was restarted perhaps: run `npm start`, or `npx hardhat deploy`",
    );
  }
  const accounts = await provider.listAccounts();
  const signer = accounts.length === 0 ? undefined : accountOf(accounts, context.from, "from");
  const runner = context.dryRun && signer !== undefined ? new DrySigner(signer) : signer;
  const client = connect(file, runner ?? provider);
  const [symbol, decimals] = await Promise.all([
    read(client, client.alita, "symbol", []),
    read(client, tokenAt(client.alita.address), "decimals", []),
  ]);
  const alita = { symbol, decimals: Number(decimals) };
  return { client, alita, accounts, user: signer?.address ?? ZeroAddress };
}

function readDeployment(path: string, chainId: bigint): DeploymentFile {
  if (!existsSync(path)) {
    throw badInput(
      `There is no deployment file ${path} for chain ${chainId}`,
      "Run `npm start`, deploy with `npx hardhat deploy`, or name one with --deployment",
    );
  }
  return readJson(path, "deployment") as unknown as DeploymentFile;
}
