import type { AttesterRefusal } from "#sdk/attestation/RemoteAttestation.ts";

export interface RefusalsProps {
  readonly of: readonly AttesterRefusal[];
}

/** What each attester said that did not sign. */
export function Refusals({ of }: RefusalsProps) {
  if (of.length === 0) return null;
  return (
    <div role="alert" class="warning">
      <p>What each attester said:</p>
      <ul>
        {of.map(({ attester, fault, remedy }) => (
          <li key={attester}>
            <code>{attester}</code>: {fault}. {remedy}.
          </li>
        ))}
      </ul>
    </div>
  );
}
