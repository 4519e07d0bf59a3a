import { pool } from "#sdk";
import { attestRemotely, journalInMemory } from "#sdk/attestation/index.ts";
import { MaxUint256 } from "ethers";
import { chainTime } from "../../chain/clock.ts";
import { measureQuality } from "../../../services/shared/sandbox/index.ts";
import { describe } from "../documents.ts";
import type { Contribution } from "#sdk/types/Contribution.ts";
import type { Contributed } from "../provide.ts";
import { amount } from "../show.ts";
import type { Launched, Stage } from "../Stage.ts";
import type { Station } from "../stations.ts";
import { DAY } from "../time.ts";

export interface Joined {
  readonly joined: readonly Contributed[];
  readonly contributions: readonly Contribution[]; // in the same order
}

/** Many devices join: attesters never get their records, and somebody else pays for their transactions. */
export async function provideCities(stage: Stage, cities: Launched, stations: readonly Station[]): Promise<Joined> {
  const { cast, narrator, chain, services } = stage;
  const { attesters } = services.urls;
  narrator.chapter(`${stations.length} devices join with a month of weather each`);
  narrator.tell(
    "The attesters compute tag and sketch without seeing them, draw a few records, and sign what those do not refute.",
    "A10",
  );
  const dataset = describe({
    title: cities.name,
    author: cast.lea.name,
    fields: stations[0]?.slice.table.fields ?? [],
  });
  const journal = journalInMemory(); // the stations last no longer
  const contributed: Contributed[] = [];
  const contributions: Contribution[] = [];
  for (const [turn, station] of stations.entries()) {
    const { table, title } = station.slice;
    const metadata = describe({ title, author: station.name, fields: table.fields });
    const attested = await attestRemotely(station, {
      attesters: attesters.filter((_, index) => index !== turn % attesters.length), // two of three, in turn
      set: cities.attesters,
      pool: cities.pool,
      table,
      secret: station.secret,
      journal,
      metadata,
      dataset,
      measure: measureQuality(services.sandbox),
    });
    const terms = { contribution: attested.contribution, minReward: 0n, deadline: (await chainTime(chain)) + DAY };
    const providerSignature = await pool.signContribution(station, { pool: cities.pool, ...terms });
    const { result } = await pool.contribute(cast.lea, {
      pool: cities.pool,
      set: cities.attesters,
      ...attested,
      ...terms,
      providerSignature,
    });
    contributions.push(attested.contribution);
    contributed.push({
      provider: station,
      slice: station.slice,
      contentTag: result.contentTag,
      units: attested.contribution.units,
      reward: result.reward,
    });
  }
  const { cohort } = await pool.status(cast.lea, cities);
  narrator.equal("providers in the pool", cohort, BigInt(stations.length));
  const least = contributed.reduce((lowest, { reward }) => (reward < lowest ? reward : lowest), MaxUint256);
  narrator.check(`each earned at least ${amount(least)} CITY, and none of them has ether`, least > 0n);
  return { joined: contributed, contributions };
}
