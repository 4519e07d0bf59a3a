import { reader } from "../../chain/site.ts";
import { useLive } from "../../chain/useLive.ts";
import { LineBars } from "../../ui/charts/LineBars.tsx";
import { Fault } from "../../ui/Fault.tsx";
import { money } from "../../ui/money.ts";
import { rewardSymbol } from "../dataset/rewardSymbol.ts";
import type { ProposalProps } from "./Proposal.tsx";
import { tallyIn, tallyOf } from "./tallyOf.ts";

/** Yes and no against the line that the yes votes must reach: 60 % of all weight, less what the maker's brings. */
export function Tally({ dataset, one }: ProposalProps) {
  const { pool } = dataset;
  const { id, asked, needed } = one;
  const known = tallyIn(one);
  const { data, error, retry } = useLive(known ? undefined : `votes on ${id}`, () => tallyOf(reader(), pool, id));
  const tally = known ?? data;
  const format = (value: bigint): string => `${money(value)} ${rewardSymbol(dataset)}`;
  if (tally === undefined) return <Fault of={error} retry={retry} />;
  return (
    <LineBars
      title={needed > 0n ? `Yes votes missing: ${format(needed)}` : "Enough yes votes"}
      bars={[
        { name: "Yes", value: tally.yes },
        { name: "No", value: tally.no },
      ]}
      format={format}
      line={{ name: "Yes votes that make 60 % of all weight, with the maker's", value: asked }}
    />
  );
}
