import { attestRemotely } from "#sdk/attestation/attestRemotely.ts";
import type { Datawell } from "#sdk/chain/datawell.ts";
import type { Table } from "#sdk/data/table.ts";
import type { AttesterSet } from "#sdk/types/Attestation.ts";
import type { Attested, AttestRequest, Page } from "./Engine.ts";
import { pageSigner } from "./pageSigner.ts";
import { ATTEST_STEPS, attestStepOf } from "./Steps.ts";
import type { Remote } from "./talk.ts";

export interface ToAttest {
  readonly request: AttestRequest;
  readonly attesters: readonly string[]; // addresses of their services
  readonly set: AttesterSet;
  readonly table: Table;
  readonly parent: Table | undefined;
}

/** Has records attested by services, signing by the page's account, and tells the page how far it is. */
export async function attest(client: Datawell, page: Remote<Page>, offer: ToAttest): Promise<Attested> {
  const { request, attesters, set, table, parent } = offer;
  const { pool, provider, secret, metadata, kind } = request;
  const signing = { ...client, runner: pageSigner(client, provider, page.sign) };
  let furthest = -1;
  const watched: typeof fetch = async (input, init) => {
    const step = attestStepOf(String(input));
    if (step > furthest) await page.progress(step, ATTEST_STEPS.length, ATTEST_STEPS[step] ?? "");
    furthest = Math.max(furthest, step);
    return fetch(input, init);
  };
  const attested = await attestRemotely(signing, {
    attesters,
    set,
    pool,
    table,
    secret,
    journal: { fix: page.journal },
    metadata,
    kind,
    ...(request.parent && parent && { parent: { ...request.parent, table: parent } }),
    fetch: watched,
  });
  return { ...attested, set };
}
