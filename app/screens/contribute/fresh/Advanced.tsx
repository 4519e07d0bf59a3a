import { ContributionKind } from "#sdk/types/Contribution.ts";

export interface AdvancedProps {
  readonly kind: bigint;
  readonly onKind: (kind: bigint) => void;
  readonly isFixed: boolean; // the attesters signed for one of them
}

const KINDS = [
  {
    kind: ContributionKind.Device,
    name: "On my device",
    words: "Programs of consumers come to your device and only sums leave it. Nobody gets the records.",
  },
  {
    kind: ContributionKind.Remote,
    name: "At an address, for licence holders",
    words:
      "You put the files somewhere yourself and give their encrypted addresses here once the contribution is accepted. Whoever has a licence gets the addresses, and can keep what is behind them.",
  },
] as const;

/** How the records can be used. */
export const Advanced = ({ kind, onKind, isFixed }: AdvancedProps) => (
  <details>
    <summary>Where the records stay</summary>
    <fieldset class="ways" disabled={isFixed}>
      <legend class="unseen">Where the records stay</legend>
      {KINDS.map(({ kind: one, name, words }) => (
        <label key={name} class="way contribute-way">
          <input type="radio" name="contribute-kind" checked={kind === one} onChange={() => onKind(one)} />
          <span>
            {name}
            <br />
            <span class="hint">{words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  </details>
);
