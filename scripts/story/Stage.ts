import type { AttesterSet } from "#sdk/types/Attestation.ts";
import type { Dataset, DatasetParams } from "#sdk/types/Dataset.ts";
import type { Chain } from "../chain/Chain.ts";
import type { Cast } from "./cast.ts";
import type { Services } from "../local/startServices.ts";
import type { Narrator } from "./narrator.ts";

/** What every chapter is given. */
export interface Stage {
  readonly chain: Chain;
  readonly cast: Cast;
  readonly narrator: Narrator;
  readonly services: Services;
}

/** A launched dataset as the story knows it. */
export interface Launched extends Dataset {
  readonly name: string;
  readonly symbol: string;
  readonly params: DatasetParams;
  readonly attesters: AttesterSet;
}
