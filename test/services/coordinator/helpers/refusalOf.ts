/** The status and code with which something was refused. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: { readonly status?: number; readonly code?: string; readonly message: string }) =>
      error.status === undefined ? `failed: ${error.message}` : `${error.status} ${error.code}`,
  );
