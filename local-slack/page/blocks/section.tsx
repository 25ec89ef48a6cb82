import type { SectionBlock } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ElementView } from '../elements/element.tsx';
import { promptOf } from '../elements/prompt.ts';
import { useSurface } from '../elements/surface.tsx';
import { useIds } from './ids.ts';
import { Picture } from './media.tsx';
import { Text } from './text.tsx';

export function Section({ of }: { of: SectionBlock }): VNode {
  const { blockId, base } = useIds(of.block_id);
  const { accessory } = of;
  return (
    <div class="section">
      <div class="section-main">
        {of.text && (
          <Expandable always={of.expand ?? false} id={`${base}-text`}>
            <Text of={of.text} />
          </Expandable>
        )}
        {of.fields && (
          <div class="fields">
            {of.fields.map((field, n) => (
              <div key={n}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class={`accessory of-${accessory.type}`}>
          {accessory.type === 'image' ? (
            <Picture of={accessory} size={88} />
          ) : (
            <ElementView
              of={accessory}
              blockId={blockId}
              labelling={{ id: `${base}-el`, label: promptOf(accessory) }}
              dispatches
              atEnd
            />
          )}
        </div>
      )}
    </div>
  );
}

const tallest = 330; // px: some fifteen lines

/** Long words are cut in messages until one asks for the rest, unless the app wants them whole. */
function Expandable({ always, id, children }: { always: boolean; id: string; children: ComponentChildren }): VNode {
  const { place } = useSurface();
  const box = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  const cuts = place.kind === 'message' && !always;
  useLayoutEffect(() => {
    setLong(cuts && (box.current?.scrollHeight ?? 0) > tallest + 60);
  }, [children]);
  return (
    <>
      <div class={`section-text ${long && !open ? 'cut' : ''}`} id={id} ref={box}>
        {children}
      </div>
      {long && (
        <button
          type="button"
          class="text-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? 'See less' : 'See more'}
        </button>
      )}
    </>
  );
}
