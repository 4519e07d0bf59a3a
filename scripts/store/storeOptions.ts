import { databaseIn } from "../services/options.ts";
import { optional, standard } from "../tasks/option.ts";

/** Where a store keeps what it has, for the commands that run on its machine. */
export const DATABASE = databaseIn("datawell-store.db");

export const KEY_FILE = standard("datawell-store.keys.json", "File of the store's secrets, made where there is none");

export const S3 = optional(
  'Bucket for ciphertexts, such as "https://s3.example/bucket" (default: the database); keys from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION',
);
