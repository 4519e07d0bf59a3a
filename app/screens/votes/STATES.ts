/** Where a proposal stands, in words. */
export const STATES = { live: "open for votes", passed: "passed", closed: "closed", expired: "expired" } as const;
