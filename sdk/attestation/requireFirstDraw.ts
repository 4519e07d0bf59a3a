import { AttesterRefused } from "./AttesterRefused.ts";
import type { DeviceJournal } from "./DeviceJournal.ts";

/** All that a draw follows from, besides the device's own half. */
export interface Draw {
  readonly url: string; // of the attester's service
  readonly attester: string; // the account that it says it is
  readonly id: string; // of the contribution
  readonly half: string; // the attester's
}

/**
 * Keeps the first draw of a content root at a service before anything is opened, and holds the service to it: the device's
 * half is no secret any more once it was opened, so a second draw would be the attester's own choice.
 * @throws AttesterRefused AnotherDraw
 */
export async function requireFirstDraw(journal: DeviceJournal, name: string, draw: Draw): Promise<void> {
  const { url, attester, id, half } = draw;
  const text = JSON.stringify({ attester, id, half });
  if ((await journal.fix(`${name}/draw/${url.replace(/\/+$/, "")}`, text)) === text) return;
  throw new AttesterRefused({
    attester: url,
    code: "AnotherDraw",
    fault: "it draws other records of the same content root than it drew before",
    remedy: "Ask another attester of the set; nothing more was opened to this one",
  });
}
