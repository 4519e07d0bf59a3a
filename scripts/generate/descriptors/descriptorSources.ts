import { format } from "prettier";
import { descriptors } from "./descriptors.ts";

/** The files of `erc7730/` by their names. */
export async function descriptorSources(): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(descriptors()).map(
    async ([name, one]) => [name, await format(JSON.stringify(one), { parser: "json", printWidth: 120 })] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}
