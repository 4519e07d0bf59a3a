/** Names whose values never belong in a log, in any spelling of words. */
const SECRET_NAME =
  /secret|password|passphrase|authorization|cookie|credential|mnemonic|signature|sealed|(private|api|access|master|record)[-_]?key|^(key|keys|seed|urls)$/i;

const MAX_TEXT = 2_000;
const MAX_DEPTH = 4;
const MAX_ITEMS = 50;

const HIDDEN = "[hidden]";

/** What may be written of a value: no secrets, no paths of addresses (they often hold a key), nothing endless. */
export function redact(value: unknown, name = "", depth = 0): unknown {
  if (SECRET_NAME.test(name) && value !== undefined && value !== null) return HIDDEN;
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (depth >= MAX_DEPTH) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, "", depth + 1));
  const entries = Object.entries(value).slice(0, MAX_ITEMS);
  return Object.fromEntries(entries.map(([key, inner]) => [redactText(key), redact(inner, key, depth + 1)]));
}

/** Leaves of each address its origin, without the user name and password. */
function redactText(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}[${text.length - MAX_TEXT} more]` : text;
  return short.replace(/\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#"'@]*@)?([^\s/?#"'<>]*)[^\s"'<>]*/gi, "$1$2");
}

function describeError(error: Error, depth: number): unknown {
  const { name, message, cause } = error;
  const code = "code" in error ? { code: redact(error.code, "code", depth + 1) } : {};
  const origin = cause === undefined || depth >= MAX_DEPTH ? {} : { cause: redact(cause, "cause", depth + 1) };
  return { name, ...code, message: redactText(message), ...origin };
}
