const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An RPC address as it may be shown and written: other machines' often hold a key, so only this machine's stays. */
export const publicUrl = (url: string): string => (LOOPBACK.has(new URL(url).hostname) ? url : "");
