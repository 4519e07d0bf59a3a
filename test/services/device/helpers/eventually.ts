import { setTimeout } from "node:timers/promises";
import { expect } from "chai";

const PATIENCE_MS = 20_000;

/** Waits until it is so, for what goes on by itself. */
export async function eventually(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && !isSo(); waited += 20) await setTimeout(20);
  expect(isSo(), isSo.toString()).to.equal(true);
}
