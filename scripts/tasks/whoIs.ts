import { getAddress, isAddress } from "ethers";
import { accountOf } from "./accountOf.ts";
import type { Session } from "./Session.ts";

/** Anybody's address, or one of the network's accounts by its number. */
export const whoIs = ({ accounts }: Session, text: string, option: string): string =>
  isAddress(text) ? getAddress(text) : accountOf(accounts, text, option).address;
