import { getAddress, randomBytes } from "ethers";
import { claim } from "#sdk/actions/compute/claim.ts";
import { signerOf } from "#sdk/chain/signerOf.ts";
import { sign } from "#sdk/signing/sign.ts";
import type { ChainView } from "./chain/createChainView.ts";
import type { DeviceOptions } from "./createDevice.ts";
import { createFarewells } from "./createFarewells.ts";
import { createFlights } from "./createFlights.ts";
import { USUAL_POLICY } from "./DevicePolicy.ts";
import type { Holding } from "./Holding.ts";
import { createQueue } from "../shared/database/createQueue.ts";
import { createLedger } from "./ledger/createLedger.ts";
import { scopeOf } from "./ledger/scopeOf.ts";
import type { Context } from "./round/Context.ts";

const MAX_SENT = 10_000;

/** Puts together what the steps of a round have at hand. */
export async function contextOf(
  options: DeviceOptions,
  chain: ChainView,
  holdings: () => readonly Holding[],
): Promise<Context> {
  const { client, database, sandbox, log, random = randomBytes } = options;
  const account = getAddress(await signerOf(client).getAddress());
  const provider = getAddress(options.provider ?? account);
  const sent = new Set<string>();
  const claims = createQueue();
  return {
    provider,
    chain,
    ledger: createLedger(database, scopeOf(client, provider)),
    sandbox,
    policy: { ...USUAL_POLICY, ...options.policy },
    log,
    sign: async (message) => (await sign(client, message)).toLowerCase(),
    claim: (payout) => claims.add(() => claim(client, payout)), // one after another: each needs a nonce of its own
    payer: account,
    random,
    holdingOf: (pool, contribution) =>
      holdings().find((holding) => holding.pool === pool && holding.contribution === contribution),
    sendOnce: async (key, send) => {
      if (sent.has(key)) return;
      await send();
      if (sent.size >= MAX_SENT) sent.clear(); // to send again does no harm
      sent.add(key);
    },
    alone: createFlights().run,
    farewells: createFarewells(),
  };
}
