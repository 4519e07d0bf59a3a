import { site } from "../chain/site.ts";
import { explorerLink } from "./explorerLink.ts";

/** A transaction, short to read; a link where the deployment names an explorer that shows it. */
export function TransactionHash({ of }: { readonly of: string }) {
  const link = explorerLink(site().deployment.explorerUrl, of);
  const words = <code title={of}>{of.slice(0, 10)}…</code>;
  if (link === undefined) return words;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {words} in the explorer
    </a>
  );
}
