/** What a promise fails with. */
export const errorOf = (failing: Promise<unknown>): Promise<Error> =>
  failing.then(
    () => new Error("it did not fail"),
    (error: Error) => error,
  );
