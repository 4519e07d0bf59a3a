import { useState } from "preact/hooks";
import { copy } from "../../ui/copy.ts";
import { shortAddress } from "../../ui/shortAddress.ts";

export interface AddressProps {
  readonly of: string;
}

/** An address, short to read; a click copies the whole of it, or shows it where nothing can be copied. */
export function Address({ of }: AddressProps) {
  const [isWhole, showWhole] = useState(false);
  return (
    <button
      type="button"
      class="ds-address"
      title={`${of}: copy`}
      aria-label={`${shortAddress(of)}, copy the address`}
      onClick={() => void copy(of).then((isCopied) => showWhole(!isCopied))}
    >
      <code>{isWhole ? of : shortAddress(of)}</code>
    </button>
  );
}
