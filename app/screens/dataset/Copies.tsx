import { useState } from "preact/hooks";
import type { Duplicate } from "#sdk/actions/pool/findDuplicates.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { decodeError } from "#sdk/errors/decodeError.ts";
import { reader } from "../../chain/site.ts";
import { run } from "../../intents/run.ts";
import { money } from "../../ui/money.ts";
import { NextStep } from "../../ui/NextStep.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { rewardSymbol } from "./rewardSymbol.ts";

export interface CopiesProps {
  readonly dataset: Shown;
}

/** Looks for near copies among the sketches on chain; whoever proves one takes a part of what its provider loses. */
export function Copies({ dataset }: CopiesProps) {
  const { pool } = dataset;
  const [found, setFound] = useState<readonly Duplicate[]>();
  const [said, say] = useState("");

  async function look(): Promise<void> {
    say("Comparing the sketches of all contributions …");
    try {
      const { findDuplicates } = await import("#sdk/actions/pool/findDuplicates.ts"); // few ever look
      const all = await findDuplicates(reader(), { pool });
      setFound(all);
      say(all.length === 0 ? "No copy that could still be challenged." : "");
    } catch (fault) {
      say(decodeError(fault).message);
    }
  }

  const prove = async (copy: Duplicate): Promise<void> => {
    const { slash } = await import("#sdk/actions/pool/slash.ts");
    const done = await run({
      title: `Prove the copy of ${shortAddress(copy.offender)}`,
      act: (client) => slash(client, copy),
      tell: ({ bounty }) => `Received ${money(bounty)} ${rewardSymbol(dataset)}`,
    });
    if (done !== undefined) await look();
  };

  return (
    <>
      {found?.map((copy) => (
        <NextStep
          key={copy.newer}
          label={`Prove that ${shortAddress(copy.offender)} copied: ${copy.lanes} of 64 marks agree`}
          act={() => prove(copy)}
        />
      ))}
      <p role="status" class="hint">
        {said}
      </p>
      <button type="button" onClick={() => void look()}>
        Look for copies
      </button>
    </>
  );
}
