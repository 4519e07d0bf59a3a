import { badInput } from "../input/badInput.ts";
import { list } from "../input/list.ts";

/** The origins of the addresses under which clients reach a service; none where the user named none. */
export const publicOrigins = (text: string | undefined): readonly string[] =>
  (text === undefined ? [] : list(text)).map((url) => {
    const parsed = URL.parse(url);
    if (parsed !== null && parsed.origin !== "null") return parsed.origin;
    throw badInput(`--public-urls names "${url}", which is no address`, "Write it as https://service.example");
  });
