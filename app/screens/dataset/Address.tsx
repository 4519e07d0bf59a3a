import { shortAddress } from "../../ui/shortAddress.ts";

export interface AddressProps {
  readonly of: string;
}

/** An address, short to read; a click copies the whole of it. */
export const Address = ({ of }: AddressProps) => (
  <button
    type="button"
    class="ds-address"
    title={`${of}: copy`}
    aria-label={`${shortAddress(of)}, copy the address`}
    onClick={() => void navigator.clipboard?.writeText(of)}
  >
    <code>{shortAddress(of)}</code>
  </button>
);
