import type { ComponentChildren } from "preact";

export interface FactsProps {
  /** What, and its value; false and undefined are left out. */
  readonly of: readonly (readonly [ComponentChildren, ComponentChildren] | false | undefined)[];
}

/** Names with their values, one a line. */
export function Facts({ of }: FactsProps) {
  return (
    <dl class="facts">
      {of.map((fact, index) => {
        if (!fact) return null;
        const [name, value] = fact;
        return (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
