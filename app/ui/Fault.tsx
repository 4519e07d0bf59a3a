import type { DatawellError } from "#sdk/errors/DatawellError.ts";

export interface FaultProps {
  readonly of: DatawellError | undefined;
  readonly retry?: () => void;
}

/** What went wrong, what to do about it, and another try. Nothing while all is well. */
export function Fault({ of, retry }: FaultProps) {
  if (of === undefined) return null;
  return (
    <div role="alert" class="card fault">
      <p>
        {of.message}. {of.remedy}.
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
