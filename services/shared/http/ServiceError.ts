import type { ContentfulStatusCode } from "hono/utils/http-status";

/** One faulty value of a request. */
export interface Issue {
  readonly in: "body" | "query" | "path" | "header";
  readonly pointer: string; // RFC 6901 JSON pointer; "" is the whole
  readonly fault: string;
  readonly remedy?: string;
}

export interface ServiceFault {
  readonly status: ContentfulStatusCode;
  readonly code: string; // CamelCase, stable: programs may depend on it
  readonly fault: string; // a sentence without its full stop
  readonly remedy: string;
  readonly issues?: readonly Issue[];
  readonly retryAfter?: number; // seconds
  readonly cause?: unknown; // logged, never sent
}

/** What a service answers instead of a result: throw it anywhere in a route. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly fault: string;
  readonly remedy: string;
  readonly issues: readonly Issue[];
  readonly retryAfter: number | undefined;

  constructor({ status, code, fault, remedy, issues = [], retryAfter, cause }: ServiceFault) {
    super(`${fault}. ${remedy}.`, { cause });
    this.status = status;
    this.code = code;
    this.fault = fault;
    this.remedy = remedy;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}
