import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

type Placed = { left: string; top?: string; bottom?: string; maxHeight: string; minWidth?: string };
type Props = {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ComponentChildren;
  align?: 'start' | 'end';
  as?: string;
  wide?: boolean; // as wide as the anchor
};

function place(anchor: HTMLElement, box: HTMLElement, align: 'start' | 'end', wide: boolean): Placed {
  const at = anchor.getBoundingClientRect();
  const width = Math.max(box.offsetWidth, wide ? at.width : 0);
  const edges = { start: at.left, end: at.right - width };
  const farthest = innerWidth - width - 8;
  const fits = (left: number): boolean => left >= 8 && left <= farthest;
  const other = edges[align === 'end' ? 'start' : 'end'];
  const left = fits(other) && !fits(edges[align]) ? other : Math.max(8, Math.min(edges[align], farthest));
  const below = innerHeight - at.bottom - 12;
  const above = at.top - 12;
  const up = below < Math.min(box.scrollHeight, 300) && above > below;
  const across = {
    left: `${left}px`,
    maxHeight: `${Math.min(up ? above : below, 460)}px`,
    ...(wide ? { minWidth: `${at.width}px` } : {}),
  };
  return up ? { ...across, bottom: `${innerHeight - at.top + 4}px` } : { ...across, top: `${at.bottom + 4}px` };
}

/** A box beside its anchor, above everything, closed by Escape or a press elsewhere. */
export function Popup({ anchor, onClose, children, align = 'start', as = '', wide = false }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<Placed | null>(null);
  useLayoutEffect(() => {
    const put = (): void => {
      if (anchor.current && box.current) setPlaced(place(anchor.current, box.current, align, wide));
    };
    put();
    // A field grows with what is chosen in it.
    const grown = new ResizeObserver(put);
    if (anchor.current) grown.observe(anchor.current);
    addEventListener('resize', put);
    document.addEventListener('scroll', put, true);
    return () => {
      grown.disconnect();
      removeEventListener('resize', put);
      document.removeEventListener('scroll', put, true);
    };
  }, [align, wide]);
  useClosing(box, anchor, onClose);
  const style = placed ?? { left: '0', top: '0', opacity: '0' };
  return (
    <div class={`popup ${as}`} ref={box} style={style}>
      {children}
    </div>
  );
}

function useClosing(
  box: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  // From the moment it is drawn until it is gone: a key pressed a frame later is meant for what is behind it.
  useLayoutEffect(() => {
    const press = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) close.current();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Escape closes this box only, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', key, true);
    };
  }, []);
}
