import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const WAIT = 300; // ms before it comes, so that the pointer may pass by
const GAP = 8; // px

/** Above its anchor, or below where there is no room, and never over an edge of the window. */
function place(anchor: HTMLElement, box: HTMLElement): { left: string; top: string } {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const above = at.top - height - GAP;
  const top = above < GAP ? at.bottom + GAP : above;
  const left = Math.max(GAP, Math.min(at.left + at.width / 2 - width / 2, innerWidth - width - GAP));
  return { left: `${left}px`, top: `${top}px` };
}

/** Shows a tip while the pointer is over something, or the keyboard has come to it. */
export function useTip() {
  const [shown, setShown] = useState(false);
  const timer = useRef(0);
  const hide = (): void => {
    clearTimeout(timer.current);
    setShown(false);
  };
  const show = (): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(true), WAIT);
  };
  useEffect(() => hide, []);
  const hooks = {
    onMouseEnter: show,
    onMouseLeave: hide,
    onFocus: (event: { currentTarget: HTMLElement }) => event.currentTarget.matches(':focus-visible') && show(),
    onBlur: hide,
  };
  return { shown, hide, hooks };
}

type Props = { anchor: RefObject<HTMLElement | null>; onHide: () => void; children: ComponentChildren };

/** Words that the anchor's label says already, for those who see. */
export function Tip({ anchor, onHide, children }: Props): VNode {
  const box = useRef<HTMLSpanElement>(null);
  const [placed, setPlaced] = useState<{ left: string; top: string } | null>(null);
  useLayoutEffect(() => {
    if (anchor.current && box.current) setPlaced(place(anchor.current, box.current));
    document.addEventListener('scroll', onHide, true);
    return () => document.removeEventListener('scroll', onHide, true);
  }, []);
  return (
    <span class="tip" aria-hidden="true" ref={box} style={placed ?? { visibility: 'hidden' }}>
      {children}
    </span>
  );
}
