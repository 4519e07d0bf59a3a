import type { Context } from "hono";

/**
 * Whom a request comes from, as far as limits go: an IPv4 address, or the /64 network of an IPv6 one, as a household
 * has a whole network of those.
 * @param proxies how many trusted ones stand in front
 */
export function clientOf(c: Context, proxies: number): string {
  const seen = c.env?.incoming?.socket?.remoteAddress ?? "";
  const told = proxies > 0 ? (c.req.header("x-forwarded-for")?.split(",").at(-proxies)?.trim() ?? seen) : seen;
  const address = told.slice(0, 45).replace(/^::ffff:(?=\d+\.)/, "");
  return address.includes(":") ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = "", tail = ""] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last];
  return groups.slice(0, 4).join(":");
}
