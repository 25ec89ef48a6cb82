import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  labelledBy: string;
  as: string;
  onClose: () => void;
  children: ComponentChildren;
  alert?: boolean;
};

const inputs = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled])';

/** A native modal dialog: the browser traps the focus in it; when it goes, the focus returns to where it was. */
export function Dialog({ labelledBy, as, onClose, children, alert = false }: Props): VNode {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    const first =
      box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current?.querySelector<HTMLElement>(inputs);
    first?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
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
