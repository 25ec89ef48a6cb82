import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types';
import { useEffect, useRef } from 'preact/hooks';
import { useSurface } from './surface.tsx';

export type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;

/** When the text reaches the app: `dispatch_action_config`, whose default is the Enter key. */
export function useDispatch(of: TextElement | RichTextInput, blockId: string, dispatches: boolean) {
  const surface = useSurface();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const on = of.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const field = of.type === 'rich_text_input' ? 'rich_text_value' : 'value';
  useEffect(() => () => clearTimeout(timer.current), []);
  const entering = dispatches && on.includes('on_enter_pressed');
  return {
    /** Whether Enter tells the app. */
    entering,
    typed: (content: unknown): void => {
      if (!dispatches || !on.includes('on_character_entered')) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void surface.send(blockId, of, { [field]: content }), 300);
    },
    entered: (content: unknown): void => {
      if (entering) void surface.send(blockId, of, { [field]: content });
    },
  };
}
