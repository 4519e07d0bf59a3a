import { JsonRpcProvider } from "ethers";
import { list } from "#sdk/actions/dataset/list.ts";
import { connect } from "#sdk/connect.ts";
import { tokenList } from "#sdk/tokenlist/tokenList.ts";
import type { AppDeployment } from "./appDeployment.ts";

/** The Data Tokens of a deployment as they are now, for the address beside the page that wallets are given. */
export async function tokenListOf(deployment: AppDeployment) {
  const { chainId, rpcUrl } = deployment;
  const provider = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1 });
  try {
    const datasets = await list(connect(deployment, provider));
    return tokenList(datasets, { chainId, timestamp: new Date().toISOString() });
  } finally {
    provider.destroy();
  }
}
