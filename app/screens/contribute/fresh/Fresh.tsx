import { ZeroHash } from "ethers";
import { useState } from "preact/hooks";
import { quoteContribute } from "#sdk/actions/pool/quoteContribute.ts";
import type { Shown } from "#sdk/actions/dataset/show.ts";
import { ContributionKind } from "#sdk/types/Contribution.ts";
import { reader, site } from "../../../chain/site.ts";
import { useLive } from "../../../chain/useLive.ts";
import { Fault } from "../../../ui/Fault.tsx";
import { money } from "../../../ui/money.ts";
import { NextStep } from "../../../ui/NextStep.tsx";
import { FileDrop } from "../files/FileDrop.tsx";
import { Found } from "../files/Found.tsx";
import { keptHere } from "../kept/keptHere.ts";
import type { Own } from "../own/readOwn.ts";
import type { UsedDeclaration } from "../useDeclaration.ts";
import { useNow } from "../../../chain/useNow.ts";
import { Advanced } from "./Advanced.tsx";
import { AttestedFacts } from "./AttestedFacts.tsx";
import { ByFiles } from "./ByFiles.tsx";
import { Description } from "./Description.tsx";
import { obstacleToAttest, obstacleToContribute } from "./obstacleTo.ts";
import type { Parent } from "./Parent.ts";
import { ProgressLine } from "./ProgressLine.tsx";
import { Refusals } from "./Refusals.tsx";
import { RewardFacts } from "./RewardFacts.tsx";
import { Signatures } from "./Signatures.tsx";
import type { Standing } from "./Standing.ts";
import { useClosest } from "./useClosest.ts";
import { useContribution } from "./useContribution.ts";

export interface FreshProps {
  readonly dataset: Shown;
  readonly symbol: string; // of the reward token
  readonly provider: string;
  readonly declaration: UsedDeclaration;
  readonly parent: Parent | undefined;
  readonly own: readonly Own[];
  readonly standing: Standing | undefined; // undefined: not known yet
  readonly onDone: () => void;
}

/** Makes a contribution: files, what is found in them, attestation, one transaction. */
export function Fresh({ dataset, symbol, provider, declaration, parent, own, standing, onDone }: FreshProps) {
  const { pool, terms, status } = dataset;
  const { state } = declaration;
  const declared = state.kind === "declared" ? state.declaration : undefined;
  const [kind, setKind] = useState<bigint>(ContributionKind.Device);
  const making = useContribution({
    dataset,
    symbol,
    provider,
    declaration: declared,
    isDeclarationKnown: state.kind !== "reading",
    parent,
  });
  const { reading, attested } = making;
  const assessment = attested?.assessment ?? (reading && { quality: reading.quality, novelty: reading.novelty ?? 0n });
  const { data: reward } = useLive(
    assessment && `reward ${pool} ${provider} ${assessment.quality} ${assessment.novelty} ${parent?.own.contentTag}`,
    () =>
      quoteContribute(reader(), {
        pool,
        contribution: { provider, parent: parent?.own.contentTag ?? ZeroHash },
        assessment: assessment ?? { quality: 0n, novelty: 0n },
      }),
  );
  const alike = useClosest(pool, attested?.contribution);
  const attesters = site().deployment.services?.attesters ?? [];
  const now = useNow();

  const step =
    attested === undefined
      ? {
          label: "Have it attested",
          missing: missingToAttest(),
          act: () => making.attest(kind),
        }
      : {
          label: `Contribute for ${reward === undefined ? "…" : money(reward)} ${symbol}`,
          missing: missingToContribute(attested.assessment.deadline),
          act: async () => {
            if (await making.submit(reward ?? 0n)) onDone();
          },
        };

  return (
    <>
      {parent && (
        <FileDrop
          label="The records of the earlier contribution, unchanged"
          files={making.parentFiles}
          onFiles={making.chooseParentFiles}
        />
      )}
      <FileDrop label={parent ? "The new records" : "Your records"} files={making.files} onFiles={making.chooseFiles} />
      <Description of={declaration} />
      {making.progress && <ProgressLine of={making.progress} />}
      <Fault of={making.fault} />
      {reading && <Found reading={reading} minQuality={status.minQuality} />}
      {assessment && (
        <RewardFacts
          reward={reward}
          most={parent ? terms.updateMax : terms.maxIncentive}
          symbol={symbol}
          isSure={attested !== undefined}
          standing={standing}
          isUpdate={parent !== undefined}
        />
      )}
      {reward === 0n && reading && reading.quality >= status.minQuality && (
        <p class="hint">It would be accepted without a reward: you earned the most already, or nothing in it is new.</p>
      )}
      {attested && (
        <AttestedFacts attested={attested} closest={alike} lanes={terms.staking ? terms.similarityLanes : undefined} />
      )}
      {reading && !attested && (
        <Signatures attesters={Math.min(reading.threshold ?? attesters.length, attesters.length)} />
      )}
      <Advanced kind={kind} onKind={setKind} isFixed={attested !== undefined} />
      <NextStep {...step} />
      <Refusals of={making.refusals} />
      {reading && !attested && (
        <ByFiles
          dataset={dataset}
          provider={provider}
          kind={kind}
          parent={parent?.own.contentTag}
          making={making}
          isOnlyWay={attesters.length === 0}
        />
      )}
    </>
  );

  function missingToAttest(): string | undefined {
    if (making.progress) return "Reading the records …";
    const isThere = own.some(({ contentTag }) =>
      keptHere()
        .all()
        .some((kept) => kept.contentTag === contentTag && kept.digest === reading?.digest),
    );
    const { contributionsOpen: isOpen, escrow, minQuality } = status;
    const facts = { now, symbol, isOpen, escrow, minQuality, reading, isThere, reward };
    const found = obstacleToAttest({ ...facts, ...(standing && parent && { update: standing }) });
    if (found !== undefined) return found;
    if (attesters.length === 0) return "No attester can be asked from here";
    return declared === undefined ? "The description of the dataset is missing" : undefined;
  }

  function missingToContribute(deadline: bigint): string | undefined {
    if (reward === undefined || alike === undefined) return "Looking for similar contributions …";
    const lanes = terms.staking ? terms.similarityLanes : undefined;
    return obstacleToContribute({ now, deadline, closest: alike === "none" ? undefined : alike, lanes });
  }
}
