import type { CardBlock, CarouselBlock, TextObject } from '@slack/types';
import type { RefObject, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ButtonElement } from '../elements/button.tsx';
import { Icon } from '../frame/icons.tsx';
import { useIds } from './ids.ts';
import { Picture, WidePicture } from './media.tsx';
import { Text } from './text.tsx';

/** What docs.slack.dev knows of a card and @slack/types does not yet. */
type WholeCard = CardBlock & { subtext?: TextObject };

export function Card({ of }: { of: CardBlock }): VNode {
  const { blockId } = useIds(of.block_id);
  const { hero_image: hero, icon, title, subtitle, body, actions, subtext } = of as WholeCard;
  return (
    <div class="card">
      {hero && <WidePicture of={hero} />}
      {(icon ?? title ?? subtitle) && (
        <div class="card-head">
          {icon && <Picture of={icon} size={36} />}
          <div class="card-names">
            {title && (
              <div class="card-title">
                <Text of={title} />
              </div>
            )}
            {subtitle && (
              <div class="card-about">
                <Text of={subtitle} />
              </div>
            )}
          </div>
        </div>
      )}
      {body && (
        <div class="card-body">
          <Text of={body} />
        </div>
      )}
      {subtext && (
        <div class="card-about">
          <Text of={subtext} />
        </div>
      )}
      {actions && (
        <div class="actions">
          {actions.map((one, n) => (
            <ButtonElement key={one.action_id ?? n} of={one} blockId={blockId} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Where a strip stands: can it go further back, further on? */
function useStrip(strip: RefObject<HTMLDivElement | null>) {
  const [ends, setEnds] = useState({ back: false, on: false });
  useEffect(() => {
    const { current: box } = strip;
    if (!box) return undefined;
    const look = (): void =>
      setEnds({ back: box.scrollLeft > 2, on: box.scrollLeft + box.clientWidth < box.scrollWidth - 2 });
    const watch = new ResizeObserver(look);
    watch.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  const turn = (by: 1 | -1): void => {
    const card = strip.current?.firstElementChild?.getBoundingClientRect().width ?? 260;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    strip.current?.scrollBy({ left: by * (card + 12), behavior: calm ? 'auto' : 'smooth' });
  };
  return { ends, turn };
}

export function Carousel({ of }: { of: CarouselBlock }): VNode {
  const strip = useRef<HTMLDivElement>(null);
  const { ends, turn } = useStrip(strip);
  const key = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.target !== strip.current) return;
    event.preventDefault();
    turn(by === 1 ? 1 : -1);
  };
  return (
    <div class="carousel" role="region" aria-roledescription="carousel" aria-label={`${of.elements.length} cards`}>
      <div class="carousel-strip" ref={strip} tabIndex={0} role="group" aria-label="Cards" onKeyDown={key}>
        {of.elements.map((one, n) => (
          <div
            class="slide"
            key={one.block_id ?? n}
            role="group"
            aria-roledescription="slide"
            aria-label={`${n + 1} of ${of.elements.length}`}
          >
            <Card of={one} />
          </div>
        ))}
      </div>
      <Arrow on={ends.back} side="back" onTurn={() => turn(-1)} />
      <Arrow on={ends.on} side="next" onTurn={() => turn(1)} />
    </div>
  );
}

function Arrow({ on, side, onTurn }: { on: boolean; side: 'back' | 'next'; onTurn: () => void }): VNode {
  const label = side === 'back' ? 'Previous cards' : 'Next cards';
  return (
    <button type="button" class={`arrow ${side}`} aria-label={label} title={label} hidden={!on} onClick={onTurn}>
      <span class={side === 'back' ? 'turned' : ''}>
        <Icon name="right" size={18} />
      </span>
    </button>
  );
}
