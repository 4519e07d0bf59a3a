import type { User } from "../../../scripts/browser/user/createUser.ts";
import type { Chain } from "../../../scripts/chain/Chain.ts";
import { goOn, PENDING, withoutBlocks } from "./withoutBlocks.ts";

/** Buys what is typed already, and reloads the page while it waits for its block: the page goes on waiting. */
export const buysOverReload = (user: User, chain: Chain): Promise<void> =>
  withoutBlocks(chain, async () => {
    await user.clicks("Buy WTHR");
    await user.sees(PENDING);
    await user.reloads();
    await user.sees(PENDING);
    await user.sees(/Buy [\d.]+ WTHR/);
    await goOn(chain);
    await user.seesNoMore(PENDING);
    await user.sees("Done");
  });
