import { hexlify, randomBytes } from "ethers";
import type { CoordinatorApi } from "#sdk/rounds/CoordinatorApi.ts";
import type { RevealsMessage, Signed } from "#sdk/rounds/messages.ts";
import { sessionKeyOf, signRound } from "#sdk/rounds/session.ts";

/**
 * A provider that wants the round to fail: its device is sound, but whoever owns a device owns its keys as well. It
 * replaces what it was told of its neighbours' secrets by something else, and signs that.
 */
export function createLiar() {
  const drawn: string[] = [];
  const random = (length: number): Uint8Array => {
    const bytes = randomBytes(length);
    if (length === 32) drawn.push(hexlify(bytes));
    return bytes;
  };
  const twist = (honest: CoordinatorApi): CoordinatorApi => {
    let sessionKey = "";
    return {
      ...honest,
      enrol: async (signed) => {
        ({ sessionKey } = signed.enrolment);
        await honest.enrol(signed);
      },
      reveal: async ({ message }) => {
        const key = drawn.map(sessionKeyOf).find((one) => one.sessionKey === sessionKey);
        if (key === undefined) throw new Error("The liar lost its key");
        const lie: Signed<RevealsMessage> = signRound(key, { ...message, reveals: falsified(message.reveals) });
        await honest.reveal(lie);
      },
    };
  };
  return { random, twist };
}

/** Every share with its first byte changed. */
const falsified = (reveals: RevealsMessage["reveals"]): RevealsMessage["reveals"] =>
  Object.fromEntries(
    Object.entries(reveals).map(([index, { kind, share }]) => {
      const first = Number.parseInt(share.slice(2, 4), 16) ^ 0xff;
      return [index, { kind, share: `0x${first.toString(16).padStart(2, "0")}${share.slice(4)}` }];
    }),
  );
