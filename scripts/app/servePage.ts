import { toDeploymentFile } from "#deploy/deployments.ts";
import type { ServedChain } from "../chain/serve.ts";
import type { Played } from "../story/playOn.ts";
import { appDeployment, demoAccounts } from "./appDeployment.ts";
import { buildApp } from "./buildApp.ts";
import { type ServedApp, serveApp } from "./serveApp.ts";

/** Builds the page, serves it before a chain on which the story was played, and lets the devices go on answering. */
export async function servePage(
  chain: ServedChain,
  { deployment, cast, services, network }: Played,
  firstPort: number,
  folder?: string,
): Promise<ServedApp> {
  await buildApp(folder);
  const { at: coordinator, account: coordinatorAccount } = network.coordinator;
  const urls = { ...services.urls, coordinator, coordinatorAccount };
  const file = toDeploymentFile(deployment, chain.rpcUrl);
  const page = await serveApp(appDeployment(file, { services: urls, demo: demoAccounts(cast) }), firstPort, folder);
  await Promise.all(network.devices.map((device) => device.start()));
  return page;
}
