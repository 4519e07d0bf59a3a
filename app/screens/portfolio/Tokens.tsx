import { Money } from "../../ui/Money.tsx";
import { WatchAsset } from "../../ui/WatchAsset.tsx";
import { DatasetLink } from "./DatasetLink.tsx";
import { worth } from "./data/valueOf.ts";
import { Section } from "./Section.tsx";
import { reader } from "../../chain/site.ts";
import { MoveTokens } from "./MoveTokens.tsx";
import type { OwnSectionProps } from "./SectionProps.ts";

export interface TokensProps extends OwnSectionProps {
  readonly alita: bigint; // wei
}

/** Tokens in the wallet. */
export function Tokens({ alita, standings, isOwn }: TokensProps) {
  const held = standings.filter((one) => one.held.data > 0n);
  return (
    <Section title="Tokens">
      <div class="scroll" tabIndex={0} role="group" aria-label="Tokens in the wallet">
        <table>
          <thead>
            <tr>
              <th scope="col">Token</th>
              <th scope="col" class="number">
                Amount
              </th>
              <th scope="col" class="number">
                Value, ALITA
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>ALITA</td>
              <td class="number">
                <Money wei={alita} />
              </td>
              <td class="number">
                <Money wei={alita} />
              </td>
            </tr>
            {held.map(({ token, symbol, name, held: { data }, price }) => (
              <tr key={token}>
                <td>
                  <DatasetLink token={token} symbol={symbol} name={name} /> <WatchAsset token={token} symbol={symbol} />
                </td>
                <td class="number">
                  <Money wei={data} />
                </td>
                <td class="number">
                  <Money wei={worth(data, price)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isOwn && (
        <MoveTokens
          purses={[
            { token: reader().alita.address, symbol: "ALITA", balance: alita },
            ...held.map(({ token, symbol, held: { data } }) => ({ token, symbol, balance: data })),
          ]}
        />
      )}
    </Section>
  );
}
