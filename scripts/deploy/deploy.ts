import { existsSync } from "node:fs";
import { Contract, type Provider, type Signer } from "ethers";
import { deploy, type DeployConfig } from "#deploy";
import { deploymentPath, writeDeployment } from "#deploy/deployments.ts";
import { CONTRACT_NAMES } from "#deploy/plan.ts";
import { address } from "../input/address.ts";
import { amount } from "../input/amount.ts";
import { duration } from "../input/duration.ts";
import { readJson } from "../input/readJson.ts";
import { eighteen, type Money } from "../output/Money.ts";
import type { Outcome } from "../output/Outcome.ts";
import { accountOf } from "../tasks/accountOf.ts";
import type { Action } from "../tasks/Command.ts";
import { connectTo } from "../tasks/connection.ts";
import { DryRun } from "../tasks/DryRun.ts";
import { DrySigner } from "../tasks/DrySigner.ts";

interface DeployArgs {
  readonly base: string | undefined;
  readonly holder: string | undefined;
  readonly minBond: string;
  readonly unbonding: string;
  readonly rpcUrl: string | undefined;
}

const deploySystem: Action<DeployArgs> = async (args, context) => {
  const { provider, chainId, rpcUrl } = await connectTo(context);
  const signer = accountOf(await provider.listAccounts(), context.from, "from");
  const config = await configOf(args, provider);
  if (context.dryRun) return tryOut(new DrySigner(signer), config);

  const before = await signer.getNonce();
  const deployed = await deploy(signer, config);
  const transactions = (await signer.getNonce()) - before;
  const file = context.deployment ?? deploymentPath(chainId);
  const path = writeDeployment(deployed, args.rpcUrl ?? (rpcUrl || writtenUrl(file)), file);
  const { addresses } = deployed;
  return {
    title: transactions === 0 ? "Everything was deployed already" : `Deployed in ${transactions} transactions`,
    facts: [...CONTRACT_NAMES.map((name) => [name, addresses[name]] as const), ["written to", path]],
    data: { chainId, rpcUrl, transactions, addresses, path },
  };
};

/** The address that an earlier run wrote. */
function writtenUrl(path: string): string {
  const { rpcUrl } = existsSync(path) ? readJson(path, "deployment") : {};
  return typeof rpcUrl === "string" ? rpcUrl : "";
}

async function configOf(args: DeployArgs, provider: Provider): Promise<Partial<DeployConfig>> {
  const base = args.base === undefined ? undefined : address(args.base, "base");
  const money = base === undefined ? eighteen("ALITA") : await moneyAt(base, provider);
  return {
    ...(base === undefined ? {} : { base }),
    ...(args.holder === undefined ? {} : { holder: address(args.holder, "holder") }),
    minBond: amount(args.minBond, "min-bond", money),
    unbonding: Number(duration(args.unbonding, "unbonding")),
  };
}

async function moneyAt(token: string, provider: Provider): Promise<Money> {
  const views = ["function symbol() view returns (string)", "function decimals() view returns (uint8)"];
  const at = new Contract(token, views, provider);
  const [symbol, decimals] = await Promise.all([at.getFunction("symbol")(), at.getFunction("decimals")()]);
  return { symbol, decimals: Number(decimals) };
}

async function tryOut(signer: Signer, config: Partial<DeployConfig>): Promise<Outcome> {
  try {
    const { addresses } = await deploy(signer, config);
    return { title: "Everything is deployed already", data: { dryRun: true, transactions: 0, addresses } };
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    return { title: "Would deploy what is missing; nothing was sent", data: { dryRun: true, ...error.unsent } };
  }
}

export default deploySystem;
