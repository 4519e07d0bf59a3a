import type { Shown } from "#sdk/actions/dataset/show.ts";
import type { Description } from "../../data/metadata/describe.ts";
import type { Imitation } from "../../data/words/imitations.ts";
import { Identicon } from "../../ui/Identicon.tsx";
import { WatchAsset } from "../../ui/WatchAsset.tsx";
import { shortAddress } from "../../ui/shortAddress.ts";
import { LooksLike } from "../catalogue/LooksLike.tsx";
import { Address } from "./Address.tsx";

export interface HeadingProps {
  readonly token: string;
  readonly dataset: Shown | undefined;
  readonly description: Description | undefined;
  readonly imitation: Imitation | undefined;
}

/** Which dataset this is. The name is the contract's; the document's title only stands beside it. */
export function Heading({ token, dataset, description, imitation }: HeadingProps) {
  return (
    <header class="ds-heading">
      <Identicon of={token} size={56} />
      <div>
        <h1>
          {dataset?.name ?? `Dataset ${shortAddress(token)}`} <span class="hint">{dataset?.symbol}</span>
        </h1>
        {description !== undefined && description.title !== dataset?.name && (
          <p class="ds-title">{description.title}</p>
        )}
        <p class="ds-line">
          Token <Address of={token} />
          {dataset && (
            <>
              {" "}
              by <Address of={dataset.launch.maker} /> <WatchAsset token={token} symbol={dataset.symbol} />
            </>
          )}
        </p>
        {dataset && <LooksLike name={dataset.name} symbol={dataset.symbol} imitation={imitation} />}
      </div>
    </header>
  );
}
