import { badInput } from "../input/badInput.ts";
import { list } from "../input/list.ts";
import { toJson } from "../output/toJson.ts";
import { readAttestation } from "./AttestationFile.ts";
import type { Attested } from "./attestHere.ts";

/** Puts attestation files together; all must say the same of the same contribution to this pool. */
export function collect(paths: string, pool: string): Attested {
  const files = list(paths).map((path) => readAttestation(path, "attestations"));
  const [first] = files;
  if (first === undefined) throw badInput("--attestations names no file", "Separate files by commas");
  if (first.pool !== pool) throw badInput(`The attestations are for pool ${first.pool}`, `This dataset's is ${pool}`);
  const said = files.map(({ contribution, assessment }) => toJson([contribution, assessment]));
  if (said.some((one) => one !== said[0])) {
    throw badInput(
      "The attestations differ",
      "Have all attesters measure the same records with the same contribution file",
    );
  }
  const signatures = files.map(({ attester, signature }) => ({ attester, signature }));
  return { contribution: first.contribution, assessment: first.assessment, signatures };
}
