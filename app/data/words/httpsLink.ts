const LONGEST = 2_000;

/** The address if a link may lead there: https alone, without a name and password in front of the host. */
export function httpsLink(text: string): string | undefined {
  if (text.length > LONGEST || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  return protocol === "https:" && username === "" && password === "" ? href : undefined;
}
