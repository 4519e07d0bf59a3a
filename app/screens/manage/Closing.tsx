import { announceClose } from "#sdk/actions/pool/announceClose.ts";
import { close } from "#sdk/actions/pool/close.ts";
import { closing } from "#sdk/actions/pool/closing.ts";
import { useNow } from "../../chain/useNow.ts";
import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { run } from "../../intents/run.ts";
import { Fault } from "../../ui/Fault.tsx";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { SureStep } from "../../ui/SureStep.tsx";
import { dayAndTime, fromNow } from "../../ui/time.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { TabProps } from "../dataset/tabs.ts";
import { Part } from "./Part.tsx";

/** The end of contributions and sales: announced, and three days later done. */
export function Closing({ dataset }: TabProps) {
  const { pool } = dataset;
  const { data, error, retry } = useLive(`closing ${pool}`, () => closing(reader(), { pool }));
  const now = useNow();
  const at = data?.closingAt;
  const today = data?.isClosed
    ? "closed"
    : at === undefined
      ? "open"
      : at > now
        ? `closes from ${dayAndTime(at)}`
        : "may be closed now";
  return (
    <Part word="close" title="Closing" today={data === undefined ? "…" : today}>
      <Fault of={error} retry={retry} />
      {data !== undefined && at === undefined && <Announce dataset={dataset} />}
      {data !== undefined && at !== undefined && <Close dataset={dataset} at={at} now={now} isClosed={data.isClosed} />}
    </Part>
  );
}

function Announce({ dataset }: TabProps) {
  const { pool, symbol } = dataset;
  const act = () =>
    run({
      title: `Announce the closing of ${symbol}`,
      act: (client) => announceClose(client, { pool }),
      tell: ({ closingAt }) => `Possible from ${dayAndTime(closingAt)}`,
    });
  return (
    <>
      <p class="hint">
        For three more days everybody can contribute what is attested. Then you close: nothing is accepted or sold any
        more, and what is neither earned nor pending comes back to you. Rewards, stakes and sold licences stay. Nothing
        takes an announcement back.
      </p>
      <SureStep label="Announce the closing" sure="Announce it: this cannot be undone" act={act} />
    </>
  );
}

interface CloseProps extends TabProps {
  readonly at: bigint; // unix seconds
  readonly now: bigint; // unix seconds
  readonly isClosed: boolean;
}

function Close({ dataset, at, now, isClosed }: CloseProps) {
  const { pool, symbol, status } = dataset;
  const reward = rewardSymbol(dataset);
  const amount = `${money(status.escrow)} ${reward}`;
  const isEmpty = isClosed && status.escrow === 0n;

  function missing(): string | undefined {
    if (at > now) return `Possible ${fromNow(at, now)}`;
    return isEmpty ? "Nothing came back since" : undefined;
  }

  return (
    <>
      <p class="hint">
        {isClosed
          ? "It is closed. What returns later, from revoked or refused contributions, can be taken back as well."
          : `Announced. From ${dayAndTime(at)} you can close it and take back what is left, now ${amount}.`}
      </p>
      <NextStep
        label={isClosed ? `Take back ${amount}` : `Close and take back ${amount}`}
        missing={missing()}
        act={() =>
          run({
            title: isClosed ? `Take back what returned to ${symbol}` : `Close ${symbol}`,
            act: (client) => close(client, { pool }),
            tell: ({ refunded }) => `Received ${money(refunded)} ${reward}`,
          })
        }
      />
    </>
  );
}
