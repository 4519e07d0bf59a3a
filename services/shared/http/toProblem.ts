import { HTTPException } from "hono/http-exception";
import { DatabaseError } from "../database/DatabaseError.ts";
import { ServiceError } from "./ServiceError.ts";

/** The ServiceError that tells a client of a failure, and of its inside nothing that a client should not know. */
export function toServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof DatabaseError) return ofDatabase(error);
  if (error instanceof HTTPException && error.status < 500) {
    const fault = error.message || "The request cannot be read";
    return new ServiceError({
      status: error.status as 400,
      code: "BadRequest",
      fault,
      remedy: "Correct it",
      cause: error,
    });
  }
  return new ServiceError({
    status: 500,
    code: "Internal",
    fault: "The service failed",
    remedy: "Nothing was half done; try again, and tell the service's operator if it lasts",
    cause: error,
  });
}

function ofDatabase(cause: DatabaseError): ServiceError {
  const remedy = "Nothing was half done; try again later";
  if (cause.code === "Full") {
    return new ServiceError({ status: 507, code: "NoRoom", fault: "The service has no room left", remedy, cause });
  }
  const passing = cause.code === "Unreachable" || cause.code === "Busy";
  const code = passing ? "DatabaseUnavailable" : "Internal";
  const fault = passing ? "The service cannot reach its database" : "The service failed";
  return new ServiceError({
    status: passing ? 503 : 500,
    code,
    fault,
    remedy,
    retryAfter: passing ? 5 : undefined,
    cause,
  });
}

/** A problem document, RFC 9457, with what to do and each faulty value. */
export function toProblem({ status, code, fault, remedy, issues }: ServiceError): Response {
  const problem = {
    type: `urn:datawell:problem:${code}`,
    title: `${fault}.`,
    status,
    code,
    remedy: `${remedy}.`,
    ...(issues.length > 0 && { issues }),
  };
  return new Response(JSON.stringify(problem), { status, headers: { "content-type": "application/problem+json" } });
}
