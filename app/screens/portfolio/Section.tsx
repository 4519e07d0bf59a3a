import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface SectionCardProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the page under its own heading. */
export function Section({ title, children }: SectionCardProps) {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
