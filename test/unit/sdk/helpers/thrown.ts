import { expect } from "chai";

/** The error that an action throws, for a test to look at every part of it. */
export function thrown<E extends Error>(type: new (...args: never[]) => E, action: () => unknown): E {
  try {
    action();
  } catch (error) {
    expect(error).to.be.instanceOf(type);
    return error as E;
  }
  throw new Error("nothing was thrown");
}
