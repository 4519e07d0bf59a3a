import type { Money } from "../output/Money.ts";
import { datasetOf } from "../tasks/datasetOf.ts";
import type { Session } from "../tasks/Session.ts";

/** A token, and how it is counted. */
export interface Token {
  readonly address: string;
  readonly money: Money;
}

/** The token that the user means: ALITA by its symbol or address, else a dataset's. */
export async function tokenOf(session: Session, text: string): Promise<Token> {
  const { alita, client } = session;
  const isAlita = [alita.symbol, client.alita.address].some((one) => one.toLowerCase() === text.toLowerCase());
  if (isAlita) return { address: client.alita.address, money: alita };
  const { token, money } = await datasetOf(session, text);
  return { address: token, money };
}
