import { depthOf } from "../../data/market/depthOf.ts";
import { Frame, HEIGHT, WIDTH } from "../../ui/charts/Frame.tsx";
import { scale } from "../../ui/charts/scale.ts";
import { short } from "./numbers.ts";

export interface DepthChartProps {
  readonly data: bigint; // reserve, Data Token wei
  readonly base: bigint; // reserve, ALITA wei
}

const TITLE = "Depth: ALITA that move the price";

/** What buyers (right) and sellers (left of the middle) must trade to move the price. */
export function DepthChart(reserves: DepthChartProps) {
  const depth = depthOf(reserves);
  const [first, last] = [depth[0], depth.at(-1)];
  if (first === undefined || last === undefined) return <p class="hint">{TITLE}: there is no liquidity.</p>;
  const x = scale([first.change, last.change], [0, WIDTH]);
  const y = scale([0, Math.max(...depth.map(({ amount }) => amount))], [HEIGHT, 4]);
  const sides = [depth.filter(({ change }) => change < 0), depth.filter(({ change }) => change > 0).toReversed()];
  const says =
    `${short(first.amount)} ALITA of sales halve the price; purchases of ${short(last.amount)} ALITA raise it by half. ` +
    "Fees come on top.";
  const table = () => [
    ["Change", "Price", "ALITA"],
    ...depth.map(({ change, price, amount }) => [`${change > 0 ? "+" : ""}${change} %`, short(price), short(amount)]),
  ];
  return (
    <>
      <Frame title={TITLE} says={says} table={table}>
        {sides.map((side, index) => {
          const line = [...side, { change: 0, amount: 0 }].map(({ change, amount }) => `${x(change)},${y(amount)}`);
          return (
            <g key={index} class={index === 0 ? "ds-sellers" : "ds-buyers"}>
              <polygon points={`${line[0]?.split(",")[0]},${HEIGHT} ${line.join(" ")}`} />
              <polyline class="line" points={line.join(" ")} />
            </g>
          );
        })}
      </Frame>
      <p class="hint">{says}</p>
    </>
  );
}
