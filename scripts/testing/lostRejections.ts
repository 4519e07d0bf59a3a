const lost: unknown[] = [];
process.on("unhandledRejection", (reason) => lost.push(reason));

/** A promise that fails while no one waits for it fails the test that runs. Mocha loads this in each of its processes. */
export const mochaHooks = {
  afterEach(): void {
    for (const reason of lost.splice(0)) throw reason;
  },
};
