import { databaseIn, HOST, LOG_LEVEL, portAt, PROXIES, PUBLIC_URLS } from "../services/options.ts";
import { type Command, command } from "../tasks/Command.ts";
import { optional, required, standard } from "../tasks/option.ts";
import { JOURNAL } from "./journalOption.ts";

/** `hardhat attester ...`: bond, vouch for contributions, and leave. */
export const attester: readonly Command[] = [
  command({
    id: ["attester", "register"],
    does: "Bond ALITA as an attester, or add to the bond",
    example: "attester register --amount 1000 --from 5",
    options: { amount: required("ALITA to bond, such as 1000") },
    load: () => import("./register.ts"),
  }),
  command({
    id: ["attester", "show"],
    does: "Show an attester's bond",
    example: "attester show --attester 5",
    options: { attester: optional("Account number or address (default: --from)") },
    load: () => import("./show.ts"),
  }),
  command({
    id: ["attester", "exit"],
    does: "Stop attesting at once and start to unbond",
    example: "attester exit --from 5",
    options: {},
    load: () => import("./exit.ts"),
  }),
  command({
    id: ["attester", "withdraw"],
    does: "Take the bond back after unbonding",
    example: "attester withdraw --from 5",
    options: {},
    load: () => import("./withdraw.ts"),
  }),
  command({
    id: ["attester", "attest"],
    does: "Measure the records of a contribution and sign what was found; nothing is sent",
    example:
      "attester attest --contribution c.json --file rows.csv --key @provider.key --attester-key @attesters.key --out a5.json --from 5",
    options: {
      contribution: required("File that `pool contribute --out` wrote"),
      file: required("The records themselves (.csv, .json, .jsonl or .parquet)"),
      key: required("The provider's secret, which the records give their root with; @file reads it from a file"),
      attesterKey: required("The attesters' shared secret, 0x and 64 hex digits, or @file that holds it"),
      parentFile: optional("The records of the contribution that this one updates"),
      journal: JOURNAL,
      out: required("File to write the attestation to"),
    },
    load: () => import("./attest.ts"),
  }),
  command({
    id: ["attester", "start"],
    does: "Attest as a service until Ctrl+C, without ever getting the records; logs go to standard error",
    example: "attester start --attester-key @attesters.key --port 8790 --from 5",
    options: {
      attesterKey: required("The attesters' shared secret, 0x and 64 hex digits, or @file that holds it"),
      pools: optional("Pools to serve, separated by commas (default: all of the deployment)"),
      database: databaseIn("datawell-attester.db"),
      journal: optional(
        'File in which attesters remember what they signed (default: beside the deployment file); "database" keeps it ' +
          "there, for processes on several machines",
      ),
      host: HOST,
      port: portAt("8790"),
      publicUrls: PUBLIC_URLS,
      records: standard("64", "Records of a contribution to have opened, at most one in eight"),
      lanes: standard("16", "Lanes of a sketch to have opened, at most one for 16 records"),
      horizon: standard("3650d", "Age at which a record has lost all freshness; the same for all attesters of a pool"),
      proxies: PROXIES,
      logLevel: LOG_LEVEL,
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["attester", "slash"],
    does: "Show two different attestations of one contribution and take half of the attester's bond",
    example: "attester slash --one a5.json --other b5.json",
    options: { one: required("Attestation file"), other: required("Attestation file of the same attester") },
    load: () => import("./slash.ts"),
  }),
];
