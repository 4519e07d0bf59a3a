import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useState } from "preact/hooks";
import { site } from "../../../chain/site.ts";
import { Fault } from "../../../ui/Fault.tsx";
import type { Live } from "../../../chain/useLive.ts";
import { readBackup } from "../kept/backup.ts";
import { keptHere } from "../kept/keptHere.ts";
import type { Parent } from "../fresh/Parent.ts";
import { Claims } from "./Claims.tsx";
import { OwnRow } from "./OwnRow.tsx";
import type { Own } from "./readOwn.ts";
import { stateOf } from "./stateOf.ts";

export interface OwnListProps {
  readonly dataset: Shown;
  readonly symbol: string; // of the reward token
  readonly live: Live<readonly Own[]>;
  readonly now: bigint; // unix seconds
  readonly onUpdate: (parent: Parent) => void;
}

/** What somebody contributed to a dataset: what it earned, and what can be done. */
export function OwnList({ dataset, symbol, live, now, onUpdate }: OwnListProps) {
  const { data: all, error, retry } = live;
  const { challengeWindow: window, staking } = dataset.terms;
  const ready = all?.filter((own) => stateOf(own, { window, now }).state === "claimable") ?? [];
  return (
    <section class="form" aria-labelledby="contribute-own-title">
      <h3 id="contribute-own-title">Your contributions</h3>
      <Fault of={error} retry={retry} />
      {all === undefined && error === undefined && <span class="skeleton">Nothing yet.</span>}
      {all?.length === 0 && <p class="hint">Nothing yet.</p>}
      {ready.length > 0 && (
        <Claims
          pool={dataset.pool}
          symbol={symbol}
          contentTags={ready.map(({ contentTag }) => contentTag)}
          amount={ready.reduce((sum, { reward }) => sum + reward, 0n)}
          canStake={staking}
        />
      )}
      {all !== undefined && all.length > 0 && (
        <p class="hint">
          The secrets are in this browser and nowhere else: without its backup a contribution can neither be updated nor
          computed on from another device.
        </p>
      )}
      <ul class="plain">
        {all?.map((own) => {
          const kept = keptHere()
            .all()
            .find(({ contentRoot }) => contentRoot === own.contribution.contentRoot);
          const canUpdate = staking && own.revokedAt === 0n && kept !== undefined;
          const update = canUpdate ? () => onUpdate({ own, kept }) : undefined;
          return <OwnRow key={own.contentTag} {...{ dataset, symbol, own, kept, now }} onUpdate={update} />;
        })}
      </ul>
      {all !== undefined && all.length > 0 && <Restore />}
    </section>
  );
}

/** Takes a secret from its backup, on another device or after the browser forgot it. */
function Restore() {
  const [said, say] = useState("");
  async function restore(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    try {
      keptHere().keep(readBackup({ chainId: String(site().deployment.chainId) }, await file.text()));
      say("Restored.");
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <details>
      <summary>Restore a secret from its backup</summary>
      <div class="field">
        <label for="contribute-restore">Backup file</label>
        <input
          id="contribute-restore"
          type="file"
          accept=".json"
          aria-describedby="contribute-restored"
          onChange={(event) => void restore(event.currentTarget.files?.[0])}
        />
        <p id="contribute-restored" class="more" role="status">
          {said}
        </p>
      </div>
    </details>
  );
}
