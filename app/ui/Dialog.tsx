import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A window over the page: Escape and a click beside it close it, the focus stays inside and comes back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const frame = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = frame.current;
    shown?.showModal();
    return () => shown?.close(); // while it is still there, or the focus would not come back
  }, []);
  const closeBeside = (event: Event) => {
    if (event.target === frame.current) onClose();
  };
  return (
    <dialog ref={frame} aria-labelledby={titleId} onClose={onClose} onClick={closeBeside}>
      <div class="inside">
        <div class="head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="close" aria-label="Close" onClick={onClose}>
            ×
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
