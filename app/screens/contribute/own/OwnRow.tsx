import { ZeroHash } from "ethers";
import { useState } from "preact/hooks";
import { revoke } from "#sdk/actions/pool/revoke.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { ContributionKind } from "#sdk/types/Contribution.ts";
import { site } from "../../../chain/site.ts";
import { safeText } from "../../../data/words/safeText.ts";
import { run } from "../../../intents/run.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Money } from "../../../ui/Money.tsx";
import { money, percent } from "../../../ui/money.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { dayAndTime, fromNow } from "../../../ui/time.ts";
import { download } from "../files/download.ts";
import { backupOf } from "../kept/backup.ts";
import type { Kept } from "../kept/Kept.ts";
import { Addresses } from "./Addresses.tsx";
import type { Own } from "./readOwn.ts";
import { consequences, STATE_WORDS } from "./stateInWords.ts";
import { stateOf } from "./stateOf.ts";

export interface OwnRowProps {
  readonly dataset: Shown;
  readonly symbol: string; // of the reward token
  readonly own: Own;
  readonly kept: Kept | undefined;
  readonly now: bigint; // unix seconds
  readonly onUpdate: (() => void) | undefined; // undefined: cannot be updated from here
}

const COUNT = new Intl.NumberFormat();

/** One contribution of the user's, and what can be done about it. */
export function OwnRow({ dataset, symbol, own, kept, now, onUpdate }: OwnRowProps) {
  const [isRevoking, setRevoking] = useState(false);
  const { contribution, contentTag, number, quality, novelty, credited, reward, revokedAt } = own;
  const { state, claimableAt } = stateOf(own, { window: dataset.terms.challengeWindow, now });
  const isUpdate = contribution.parent !== ZeroHash;
  const isRemote = contribution.kind === ContributionKind.Remote;
  const name = `Contribution ${number}`;
  return (
    <li class="card contribute-own">
      <h4>
        {name} <span class="tag">{STATE_WORDS[state]}</span>
        {revokedAt > 0n && state !== "revoked" && <span class="tag">Not in use</span>}
      </h4>
      <p>
        {COUNT.format(contribution.units)} records, quality {percent(quality)}
        {isUpdate && `, an update, ${percent(novelty)} of it new`}
        {isRemote && ", at an address"}
      </p>
      <p>
        Reward <Money wei={state === "claimed" ? credited : reward} of={symbol} />
        {state === "pending" && (
          <>
            , claimable {fromNow(claimableAt, now)} <span class="hint">({dayAndTime(claimableAt)})</span>
          </>
        )}
      </p>
      <p class="hint">
        <code title={contentTag}>{contentTag.slice(0, 18)}…</code>
        {kept === undefined ? ", its secret is not in this browser" : `, from ${safeText(kept.files.join(", "), 200)}`}
      </p>
      <div class="contribute-acts">
        {kept && (
          <button type="button" onClick={() => download(`${dataset.symbol}-${number}-backup.json`, backup(kept))}>
            Download backup
          </button>
        )}
        {onUpdate && (
          <button type="button" onClick={onUpdate}>
            Update
          </button>
        )}
        {revokedAt === 0n && (
          <button type="button" onClick={() => setRevoking(true)}>
            Revoke
          </button>
        )}
      </div>
      {!isRemote && revokedAt === 0n && kept && (
        <details>
          <summary>Let a device answer computations</summary>
          <p class="hint">
            Whoever pays for a computation pays the devices that answer. On a machine that has the records and stays on,
            with the secret that is in the backup{kept.files.length > 1 && ", the files joined to one in their order"}:
          </p>
          <p>
            <code>
              npx hardhat device add --dataset {dataset.symbol} --file {kept.files[0]} --key …
            </code>
          </p>
        </details>
      )}
      {isRemote && revokedAt === 0n && <Addresses dataset={dataset} own={own} kept={kept} />}
      {isRevoking && (
        <Dialog title={`Revoke contribution ${number}?`} onClose={() => setRevoking(false)}>
          <ul>
            {consequences({ state, kind: isRemote ? "remote" : "device" }, `${money(reward)} ${symbol}`).map(
              (words) => (
                <li key={words}>{words}</li>
              ),
            )}
          </ul>
          <NextStep
            label="Revoke it"
            act={async () => {
              const done = await run({
                title: `Revoke contribution ${number}`,
                act: (client) => revoke(client, { pool: dataset.pool, contentTag }),
                tell: ({ forfeited }) =>
                  forfeited > 0n ? `Gave up ${money(forfeited)} ${symbol}` : "Not in use any more",
              });
              if (done !== undefined) setRevoking(false);
            }}
          />
        </Dialog>
      )}
    </li>
  );
}

const backup = (kept: Kept): string => backupOf({ chainId: String(site().deployment.chainId) }, kept);
