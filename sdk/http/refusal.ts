import { jsonOf } from "./jsonOf.ts";
import type { Peer } from "./Peer.ts";

const MAX_TEXT = 500;
const MAX_ISSUES = 20;

interface Problem {
  readonly code?: unknown;
  readonly title?: unknown;
  readonly remedy?: unknown;
  readonly issues?: unknown;
}

/** The problem document (RFC 9457) of an answer that is no success, as far as it can be read. */
export function refusal(peer: Peer, { status, headers }: Response, bytes: Uint8Array): Error {
  const { code, title, remedy, issues } = (jsonOf(bytes) ?? {}) as Problem;
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return peer.error({
    status,
    code: bare(code, "Refused"),
    fault: `${bare(title, `${peer.name} answered ${status}`)}${listOf(issues)}`,
    remedy: bare(remedy, peer.remedy),
    ...(Number.isFinite(seconds) && seconds >= 0 && { retryAfter: seconds }),
  });
}

const bare = (value: unknown, otherwise: string): string =>
  typeof value === "string" && value !== "" ? value.slice(0, MAX_TEXT).replace(/\.$/, "") : otherwise;

function listOf(issues: unknown): string {
  if (!Array.isArray(issues) || issues.length === 0) return "";
  const lines = issues.slice(0, MAX_ISSUES).map((issue) => `${issue?.pointer ?? ""} ${issue?.fault ?? ""}`);
  return `: ${lines.map((line) => line.slice(0, MAX_TEXT)).join("; ")}`;
}
