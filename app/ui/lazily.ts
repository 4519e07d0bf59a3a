/** What is costly to make and not always needed, such as a format of `Intl`: made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
