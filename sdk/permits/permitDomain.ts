import { TypedDataEncoder, type TypedDataDomain } from "ethers";
import { tokenAt } from "../chain/contracts.ts";
import type { Datawell } from "../chain/datawell.ts";
import { read } from "../chain/read.ts";
import { DatawellError } from "../errors/DatawellError.ts";
import { unlessUnreachable } from "./unlessUnreachable.ts";

/** Which fields an ERC-5267 domain has, by bit. */
const FIELDS = ["name", "version", "chainId", "verifyingContract", "salt"] as const;

/**
 * The EIP-712 domain of a token's permits: what it says itself (ERC-5267), else name and version "1" if they give its
 * DOMAIN_SEPARATOR.
 * @throws DatawellError NoPermit
 */
export async function permitDomain(client: Datawell, token: string): Promise<TypedDataDomain> {
  const said = await saidDomain(client, token).catch(unlessUnreachable);
  const domain = said ?? (await guessedDomain(client, token).catch(unlessUnreachable));
  if (domain === undefined) throw new DatawellError("NoPermit", { token });
  return domain;
}

async function saidDomain(client: Datawell, token: string): Promise<TypedDataDomain> {
  const [bits, name, version, chainId, verifyingContract, salt] = await read(
    client,
    tokenAt(token),
    "eip712Domain",
    [],
  );
  const all = { name, version, chainId, verifyingContract, salt };
  const given = FIELDS.filter((_, bit) => (Number(bits) >> bit) & 1);
  return Object.fromEntries(given.map((field) => [field, all[field]]));
}

async function guessedDomain(client: Datawell, token: string): Promise<TypedDataDomain | undefined> {
  const [name, separator] = await Promise.all([
    read(client, tokenAt(token), "name", []),
    read(client, tokenAt(token), "DOMAIN_SEPARATOR", []),
  ]);
  const domain = { name, version: "1", chainId: client.chainId, verifyingContract: token };
  return TypedDataEncoder.hashDomain(domain) === separator ? domain : undefined;
}
