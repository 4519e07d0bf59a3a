import { run } from "../intents/run.ts";
import { change } from "../intents/steps.ts";
import { account } from "../wallet/account.ts";

export interface WatchAssetProps {
  readonly token: string;
  readonly symbol: string; // as it is shown
}

/** Has the wallet show a token. Nothing where there is no wallet to ask: the demo wallet shows everything here. */
export function WatchAsset({ token, symbol }: WatchAssetProps) {
  if (account.value === undefined || account.value.isDemo) return null;
  return (
    <button
      type="button"
      class="small"
      aria-label={`Add to wallet: ${symbol}`}
      onClick={() => void watch({ token, symbol })}
    >
      Add to wallet
    </button>
  );
}

const watch = ({ token, symbol }: WatchAssetProps) =>
  run({
    title: `Show ${symbol} in the wallet`,
    act: async (_, intent) => {
      const { watchAsset } = await import("../wallet/watchAsset.ts");
      change(intent, { stage: "confirming" });
      return { result: await watchAsset(token) };
    },
    tell: (isShown) => (isShown ? "The wallet shows it" : "The wallet does not show it"),
  });
