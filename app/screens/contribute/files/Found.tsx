import { Facts } from "../../../ui/Facts.tsx";
import { safeText } from "../../../data/words/safeText.ts";
import { percent } from "../../../ui/money.ts";
import type { Reading } from "./Reading.ts";

export interface FoundProps {
  readonly reading: Reading;
  readonly minQuality: bigint; // bps
}

const COUNT = new Intl.NumberFormat();
const MOST_FAULTS = 6;

/** What the records are, as attesters will measure them. */
export function Found({ reading, minQuality }: FoundProps) {
  const { records, units, quality, parts, faults, fields } = reading;
  return (
    <>
      <Facts
        of={[
          ["Records", COUNT.format(records)],
          ["of them count", COUNT.format(units)],
          ["Fields", COUNT.format(fields.length)],
          [<strong>Quality</strong>, <strong>{percent(quality)}</strong>],
          ["Least that is accepted", percent(minQuality)],
          reading.novelty !== undefined && ["New against the earlier one", percent(reading.novelty)],
        ]}
      />
      <details>
        <summary>What the quality is made of</summary>
        <Facts
          of={[
            ["Cells as declared", percent(BigInt(parts.conformance))],
            ["Cells that are there", percent(BigInt(parts.completeness))],
            ["Records that repeat no other", percent(BigInt(parts.uniqueness))],
            parts.freshness !== undefined && ["Freshness", percent(BigInt(parts.freshness))],
          ]}
        />
      </details>
      {faults.length > 0 && (
        <div class="warning">
          <p>Cells that are not what their field declares:</p>
          <ul>
            {faults.slice(0, MOST_FAULTS).map(({ name, type, cells }) => (
              <li key={name}>
                <code>{safeText(name, 60)}</code> ({type}): {COUNT.format(cells)}
              </li>
            ))}
            {faults.length > MOST_FAULTS && <li>and in {faults.length - MOST_FAULTS} more fields</li>}
          </ul>
        </div>
      )}
    </>
  );
}
