import type { Shown } from "#sdk/actions/dataset/show.ts";
import { useState } from "preact/hooks";
import { now } from "#sdk/chain/now.ts";
import { ZeroHash } from "ethers";
import { reader, site } from "../../../chain/site.ts";
import { download } from "../files/download.ts";
import { keepSecret } from "../kept/keepSecret.ts";
import { attestationsIn, contributionFile, digestOf } from "./attestationFiles.ts";
import type { useContribution } from "./useContribution.ts";

export interface ByFilesProps {
  readonly dataset: Shown;
  readonly provider: string;
  readonly kind: bigint;
  readonly parent: string | undefined; // contentTag
  readonly making: ReturnType<typeof useContribution>;
  readonly isOnlyWay: boolean;
}

const DAYS_GOOD = 7n;

/** The way by files, for attesters that get the records themselves: what `pool contribute --out` writes, and back. */
export function ByFiles({ dataset, provider, kind, parent = ZeroHash, making, isOnlyWay }: ByFilesProps) {
  const [said, say] = useState("");
  const { pool, terms, symbol, contractUri } = dataset;

  async function write(): Promise<void> {
    const keeping = making.toKeep();
    if (keeping === undefined) return;
    const { contentRoot, secret } = await keepSecret(making.engine(), keeping);
    const { reading } = keeping;
    const assessedAt = await now(reader());
    const text = contributionFile({
      chainId: BigInt(site().deployment.chainId),
      pool,
      similarityLanes: terms.similarityLanes,
      contribution: {
        provider,
        kind,
        contentRoot,
        parent,
        units: reading.units,
        metadata: await digestOf(contractUri),
      },
      fields: reading.fields,
      assessedAt,
      deadline: assessedAt + DAYS_GOOD * 86_400n,
    });
    download(`${symbol}-contribution.json`, text);
    say(`Give attesters that file, the records and this key, and nobody else: ${secret}`);
  }

  async function take(files: FileList | null): Promise<void> {
    const keeping = making.toKeep();
    if (files === null || keeping === undefined) return;
    const { contentRoot } = await keepSecret(making.engine(), keeping);
    const texts = await Promise.all([...files].map((file) => file.text()));
    const signed = attestationsIn(texts, { chainId: BigInt(site().deployment.chainId), pool, provider, contentRoot });
    making.take({ ...signed, set: await making.engine().attesterSet(pool), refusals: [] });
  }

  /** Does what was asked for, or says what is wrong. */
  const tell = (act: Promise<void>): void => {
    act.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };

  return (
    <details open={isOnlyWay}>
      <summary>Attestation by files</summary>
      <div class="form">
        <p class="hint">
          {isOnlyWay && "This page knows of no attester's service. "}Attesters can also be given the records themselves:
          they run <code>attester attest</code> and send back a file each.
        </p>
        <button type="button" onClick={() => tell(write())}>
          Write the file for attesters
        </button>
        <div class="field">
          <label for="contribute-signed">Their attestation files</label>
          <input
            id="contribute-signed"
            type="file"
            multiple
            accept=".json"
            aria-describedby="contribute-said"
            onChange={(event) => tell(take(event.currentTarget.files))}
          />
          <p id="contribute-said" class="more contribute-said" role="status">
            {said}
          </p>
        </div>
      </div>
    </details>
  );
}
