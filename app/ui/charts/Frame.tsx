import type { ComponentChildren } from "preact";
import { Numbers, type NumbersProps } from "./Numbers.tsx";

export const WIDTH = 600;
export const HEIGHT = 200;

export interface FrameProps {
  readonly title: string;
  /** What the picture says, in a sentence, for those who do not see it. */
  readonly says: string;
  readonly table: NumbersProps["table"];
  readonly children: ComponentChildren;
  readonly levels?: readonly Level[];
  readonly ends?: readonly string[]; // what stands below it, from the left end to the right
}

/** A value to measure the picture by. */
export interface Level {
  readonly y: number; // 0 to HEIGHT, from above
  readonly label: string;
}

const ROOM = 14; // that a label takes above its line

/** A picture of numbers with its title, and the numbers themselves a click away. */
export function Frame({ title, says, table, children, levels = [], ends }: FrameProps) {
  const shown = levels.filter(({ y }) => y >= ROOM && y <= HEIGHT);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg role="img" aria-label={`${title}. ${says}`}>
        {shown.map(({ y }) => (
          <line key={y} class="level" x1="0" x2="100%" y1={partOf(y)} y2={partOf(y)} />
        ))}
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          {children}
        </svg>
        {shown.map(({ y, label }) => (
          <text key={y} class="level" x="100%" y={partOf(y)} dy="-4">
            {label}
          </text>
        ))}
      </svg>
      {ends && (
        <p class="ends" aria-hidden="true">
          {ends.map((end, place) => (
            <span key={place}>{end}</span>
          ))}
        </p>
      )}
      <Numbers table={table} />
    </figure>
  );
}

const partOf = (y: number): string => `${(100 * y) / HEIGHT}%`;
