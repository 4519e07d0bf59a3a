import { useState } from "preact/hooks";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { site } from "../../chain/site.ts";
import { copy } from "../../ui/copy.ts";
import { InlineSelect } from "../../ui/SelectField.tsx";
import { snippets } from "./snippets.ts";

export interface InCodeProps {
  readonly dataset: Shown;
}

const WAYS = [
  ["buy", "Buy the token"],
  ["licence", "Buy access"],
  ["compute", "Ask for a computation"],
  ["read", "Read"],
] as const;

/** The same in code. */
export function InCode({ dataset }: InCodeProps) {
  const [way, choose] = useState<(typeof WAYS)[number][0]>("buy");
  const [said, say] = useState("");
  const code = snippets(dataset.token, site().deployment.rpcUrl)[way];
  const copyCode = async (): Promise<void> => {
    say((await copy(code)) ? "Copied." : "Your browser does not allow it here: mark the code and copy it.");
  };
  return (
    <section class="card" aria-labelledby="code-title">
      <h2 id="code-title">Use it in code</h2>
      <InlineSelect label="What" options={WAYS} value={way} onValue={choose} />
      <pre class="ds-code" tabIndex={0} aria-label="Code">
        <code>{code}</code>
      </pre>
      <button type="button" onClick={() => void copyCode()}>
        Copy
      </button>{" "}
      <span role="status">{said}</span>
    </section>
  );
}
