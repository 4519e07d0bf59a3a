/** Where a proposal stands, in words. */
export const STATES = { live: "open for votes", passed: "passed", closed: "done", expired: "expired" } as const;
