import type { FeedbackButtons, IconButton } from '@slack/types';
import type { VNode } from 'preact';
import { plain } from '../blocks/text.tsx';
import { Icon, Spinner } from '../frame/icons.tsx';
import { useWorld } from '../state/store.ts';
import { useSurface } from './surface.tsx';

const thumb =
  'M6.500 9 9.600 3c1.100 0 1.900.8 1.900 1.900V7.500h3.800c1 0 1.700.9 1.500 1.900l-1 5.300c-.2.800-.8 1.300-1.600 1.300H6.500zM3.500 9h3v7h-3z';

/** Whether the answer was good: one of two, and it stays pressed. */
export function FeedbackElement({ of, blockId }: { of: FeedbackButtons; blockId: string }): VNode {
  const surface = useSurface();
  const actionId = of.action_id ?? '';
  const held = surface.values[blockId]?.[actionId]?.['value'];
  const sides = [
    ['up', of.positive_button],
    ['down', of.negative_button],
  ] as const;
  return (
    <>
      {sides.map(([side, button]) => {
        const label = plain(button.accessibility_label ?? button.text.text);
        const pressed = held === button.value;
        const press = (): void => {
          surface.set(blockId, actionId, { type: of.type, value: button.value });
          void surface.click(blockId, of, { value: button.value, text: button.text });
        };
        return (
          <button
            type="button"
            key={side}
            class="icon-button thumb"
            aria-label={label}
            aria-pressed={pressed}
            title={plain(button.text.text)}
            onClick={press}
          >
            <svg class={`icon ${side}`} width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
              <path d={thumb} />
            </svg>
          </button>
        );
      })}
    </>
  );
}

/** Only those whom the app names see it; everybody does when it names nobody. */
export function IconButtonElement({ of, blockId }: { of: IconButton; blockId: string }): VNode | null {
  const { click, busy } = useSurface();
  const me = useWorld((world) => world.me.id);
  if (of.visible_to_user_ids && !of.visible_to_user_ids.includes(me)) return null;
  const label = plain(of.accessibility_label ?? of.text.text);
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={plain(of.text.text)}
      onClick={() => void click(blockId, of)}
    >
      {busy.has(`${blockId} ${of.action_id ?? ''}`) ? (
        <Spinner />
      ) : (
        <Icon name={of.icon === 'trash' ? 'trash' : 'more'} size={16} />
      )}
    </button>
  );
}
