import { ServiceError } from "./ServiceError.ts";

const UNSAFE = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Looks through the text of a body before anybody else does.
 * @throws ServiceError 400 NotJson, TooDeep, UnsafeName
 */
export function checkJson(text: string, maxDepth: number): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad("NotJson", "The body is not JSON", "Look for a missing comma, quotation mark or bracket");
  }
  const left: [value: unknown, depth: number][] = [[value, 1]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [container, depth] = next;
    if (typeof container !== "object" || container === null) continue;
    if (depth > maxDepth) throw bad("TooDeep", `The body is nested deeper than ${maxDepth} levels`, "Flatten it");
    for (const key of Object.keys(container)) {
      if (UNSAFE.has(key)) throw bad("UnsafeName", `"${key}" is not an acceptable name`, "Choose another");
      left.push([(container as Record<string, unknown>)[key], depth + 1]);
    }
  }
}

const bad = (code: string, fault: string, remedy: string): ServiceError =>
  new ServiceError({ status: 400, code, fault, remedy });
