import type { Field } from "#sdk/data/table.ts";
import type { DeviceKeys } from "#sdk/store/hpke.ts";

/** What only the provider knows of a contribution: without the secret it cannot be updated, opened or computed on. */
export interface Kept {
  readonly pool: string;
  readonly provider: string;
  readonly digest: string; // of the content
  readonly secret: string; // 32 bytes of hex: salts the content root
  readonly contentRoot: string;
  readonly files: readonly string[]; // their names
  readonly fields: readonly Field[]; // that the records were read under
  readonly records: number;
  /** Once it is on chain. */
  readonly contentTag?: string;
  /** The device that the keys of encrypted addresses are sealed to. */
  readonly device?: DeviceKeys;
}
