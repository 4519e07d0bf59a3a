import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { route } from "../../route.ts";

export interface PartProps {
  readonly word: string; // in the address: `?part=<word>` opens it
  readonly title: string;
  readonly today: ComponentChildren; // how it stands, in a few words
  readonly children: ComponentChildren;
}

/** One of the things that a maker decides; its form is there once it is opened. */
export function Part({ word, title, today, children }: PartProps) {
  const [isOpen, setOpen] = useState(route.value.query.get("part") === word);
  return (
    <details class="manage-part" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3> <span class="hint">{today}</span>
      </summary>
      {isOpen && <div class="form">{children}</div>}
    </details>
  );
}
