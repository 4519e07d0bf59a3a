import { useEffect } from "preact/hooks";

/** Keeps a thing's description for machines in the page, as long as the component is shown. */
export function useJsonLd(thing: Readonly<Record<string, unknown>> | undefined): void {
  const text = thing === undefined ? undefined : JSON.stringify(thing).replaceAll("<", "\\u003c");
  useEffect(() => {
    if (text === undefined) return undefined;
    const script = document.createElement("script");
    script.type = "application/ld+json";
    script.textContent = text;
    document.head.append(script);
    return () => script.remove();
  }, [text]);
}
