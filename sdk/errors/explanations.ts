import type { Explanations } from "./Explanation.ts";
import { clientErrors } from "./tables/client.ts";
import { computeErrors } from "./tables/compute.ts";
import { contributionErrors } from "./tables/contributions.ts";
import { factoryErrors } from "./tables/factory.ts";
import { marketErrors } from "./tables/market.ts";
import { poolErrors } from "./tables/pool.ts";
import { registryErrors } from "./tables/registry.ts";
import { standardErrors } from "./tables/standard.ts";
import { tokenErrors } from "./tables/token.ts";

/** Every error of every contract, and the SDK's own. */
export const EXPLANATIONS: Explanations = {
  ...standardErrors,
  ...tokenErrors,
  ...factoryErrors,
  ...marketErrors,
  ...contributionErrors,
  ...poolErrors,
  ...computeErrors,
  ...registryErrors,
  ...clientErrors,
};
