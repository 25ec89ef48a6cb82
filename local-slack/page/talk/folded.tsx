import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';

const tallest = 700; // px; Slack folds what is higher

/** Cuts a very long message, until one asks for the rest. */
export function Folded({ of, children }: { of: Message; children: ComponentChildren }): VNode {
  const box = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    setLong((box.current?.scrollHeight ?? 0) > tallest + 60);
  }, [of]);
  return (
    <>
      <div ref={box} class={long && !open ? 'folded' : 'unfolded'}>
        {children}
      </div>
      {long && (
        <button type="button" class="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'See less' : 'See more'}
        </button>
      )}
    </>
  );
}
