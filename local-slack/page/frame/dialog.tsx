import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  labelledBy: string;
  as: string;
  onClose: () => void;
  children: ComponentChildren;
  alert?: boolean;
  /** When what is shown changes, the focus goes to its first field. */
  showing?: string;
};

const inputs = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled])';

/** A native modal dialog: the browser traps the focus in it; when it goes, the focus returns to where it was. */
export function Dialog({ labelledBy, as, onClose, children, alert = false, showing = '' }: Props): VNode {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { current } = box;
    current?.showModal();
    return () => {
      // Before it is taken away: what is behind an open dialog cannot take the focus.
      current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useLayoutEffect(() => {
    const first =
      box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current?.querySelector<HTMLElement>(inputs);
    first?.focus();
  }, [showing]);
  return (
    <dialog
      ref={box}
      class={`dialog ${as}`}
      role={alert ? 'alertdialog' : 'dialog'}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === box.current && alert) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
