import { ServiceError, type Issue } from "./ServiceError.ts";

type Target = "json" | "form" | "query" | "param" | "header" | "cookie";

interface Validation {
  readonly success: boolean;
  readonly target: string;
  readonly error?: {
    readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
  };
}

const PARTS: Readonly<Record<Target, Issue["in"]>> = {
  json: "body",
  form: "body",
  query: "query",
  param: "path",
  header: "header",
  cookie: "header",
};

const MAX_ISSUES = 50;

/**
 * Names each field that a route's schema refuses.
 * @throws ServiceError 400 InvalidRequest
 */
export function refuseInvalid({ success, target, error }: Validation): void {
  if (success) return;
  const issues = (error?.issues ?? []).slice(0, MAX_ISSUES).map(({ path, message }) => ({
    in: PARTS[target as Target],
    pointer: path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    fault: message,
  }));
  throw new ServiceError({
    status: 400,
    code: "InvalidRequest",
    fault: "The request is not what is expected here",
    remedy: "Correct what the issues name",
    issues,
  });
}
