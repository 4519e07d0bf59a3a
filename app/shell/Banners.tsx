import { isOnline, isReachable, isStale } from "../chain/head.ts";
import { site } from "../chain/site.ts";
import { Fault } from "../ui/Fault.tsx";
import { useAct } from "../ui/useAct.ts";
import { account, isOnChain } from "../wallet/account.ts";
import { switchChain } from "../wallet/switchChain.ts";

/** What somebody must know before believing what the page shows. */
export function Banners() {
  const { chainId } = site().deployment;
  const { isBusy, fault, once } = useAct();
  return (
    <div role="status" class="banners">
      <Age />
      {account.value !== undefined && !isOnChain.value && (
        <p class="banner warn">
          The wallet is on another network.{" "}
          <button type="button" aria-disabled={isBusy} onClick={() => isBusy || void once(switchChain)}>
            Switch to chain {String(chainId)}
          </button>
        </p>
      )}
      {!isOnChain.value && <Fault of={fault} />}
      {account.value?.isDemo && <p class="banner">Demo wallet on a local chain: nothing here is worth anything.</p>}
    </div>
  );
}

/** Why what is shown may be old. */
function Age() {
  if (!isOnline.value) return <p class="banner bad">You are offline. What is shown may be old.</p>;
  if (!isReachable.value) {
    return <p class="banner bad">The chain does not answer. What is shown may be old; trying again.</p>;
  }
  if (!isStale.value) return null;
  return <p class="banner warn">The node has seen no block for minutes. What is shown may be old.</p>;
}
