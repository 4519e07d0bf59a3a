import { useEffect, useState } from "preact/hooks";
import { contribute } from "#sdk/actions/pool/contribute.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import type { AttesterRefusal } from "#sdk/attestation/RemoteAttestation.ts";
import { run } from "../../../intents/run.ts";
import { money } from "../../../ui/money.ts";
import type { Attested } from "../engine/Engine.ts";
import { refusalsIn } from "../engine/Told.ts";
import { useEngine } from "../engine/useEngine.ts";
import { keepSecret, type ToKeep } from "../kept/keepSecret.ts";
import { keptHere } from "../kept/keptHere.ts";
import { type ReadingParams, useReading } from "./useReading.ts";

export interface ContributionParams extends Omit<ReadingParams, "pool"> {
  readonly dataset: Shown;
  readonly symbol: string; // of the reward token
  readonly provider: string;
}

/** A contribution in the making: its records are in the worker, this is what the page knows of it. */
export function useContribution({ dataset, symbol, provider, ...rest }: ContributionParams) {
  const { pool } = dataset;
  const { declaration, parent } = rest;
  const bench = useEngine();
  const read = useReading(bench, { ...rest, pool });
  const { reading, files } = read;
  const [refusals, setRefusals] = useState<readonly AttesterRefusal[]>([]);
  const [attested, take] = useState<Attested>();
  useEffect(() => {
    take(undefined);
    setRefusals([]);
  }, [reading]);
  return { ...read, progress: bench.progress, engine: bench.engine, refusals, attested, take, toKeep, attest, submit };

  function toKeep(): ToKeep | undefined {
    return reading && { pool, provider, files: files.map(({ name }) => name), reading };
  }

  /** Has attesters' services sign for the records, which they do not get. */
  async function attest(kind: bigint): Promise<void> {
    const keeping = toKeep();
    if (keeping === undefined || declaration === undefined) return;
    setRefusals([]);
    const done = await run({
      title: `Have ${keeping.reading.units} records attested`,
      act: async (acting) => {
        bench.actAs(acting);
        const { secret } = await keepSecret(bench.engine(), keeping);
        const before = parent && { contentTag: parent.own.contentTag, secret: parent.kept.secret };
        const request = { pool, provider, secret, metadata: declaration.document, kind };
        try {
          return { result: await bench.engine().attest({ ...request, ...(before && { parent: before }) }) };
        } catch (error) {
          setRefusals(refusalsIn(error));
          throw error;
        } finally {
          bench.rest();
        }
      },
      tell: ({ signatures }) => `${signatures.length} attesters signed`,
    });
    if (done !== undefined) take(done);
  }

  /** One transaction, for no less than the reward that was shown. Answers whether it was accepted. */
  async function submit(minReward: bigint): Promise<boolean> {
    const keeping = toKeep();
    if (attested === undefined || keeping === undefined) return false;
    const { contribution, assessment, signatures, set } = attested;
    const kept = await keepSecret(bench.engine(), keeping);
    const done = await run({
      title: `Contribute ${contribution.units} records to ${dataset.symbol}`,
      act: (acting) => contribute(acting, { pool, contribution, assessment, signatures, set, minReward }),
      tell: ({ reward }) => `Accepted for ${money(reward)} ${symbol}`,
    });
    if (done === undefined) return false;
    keptHere().keep({ ...kept, contentTag: done.contentTag });
    read.forget();
    return true;
  }
}
