import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { plain } from '../blocks/text.tsx';
import type { TextElement } from './dispatch.ts';
import { useDispatch } from './dispatch.ts';
import type { FieldProps } from './field.ts';
import { aria, useField } from './field.ts';

const modes = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
} as const;

const mostCharacters = 3000;

export function TextInput({ of, blockId, labelling, dispatches }: FieldProps<TextElement>): VNode {
  const { content, put } = useField(of, blockId, 'value', dispatches);
  const dispatch = useDispatch(of, blockId, dispatches);
  const text = typeof content === 'string' ? content : '';
  const multiline = of.type === 'plain_text_input' && of.multiline === true;
  const asked = of.type === 'plain_text_input' ? of.max_length : undefined;
  const left = (asked ?? mostCharacters) - text.length;
  const counts = asked !== undefined || left < 100;
  const shared = {
    ...aria(labelling),
    value: text,
    dir: 'auto' as const,
    placeholder: of.placeholder ? plain(of.placeholder.text) : undefined,
    'data-first': of.focus_on_load ? true : undefined,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const next = event.currentTarget.value || null;
      put(next);
      dispatch.typed(next);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || multiline || !dispatches) return;
      event.preventDefault();
      dispatch.entered(content);
    },
  };
  return (
    <div class={`text-field ${counts ? 'counted' : ''}`}>
      {multiline ? (
        <GrowingText {...shared} class="input" rows={4} />
      ) : (
        <input {...shared} type="text" inputMode={modes[of.type]} class="input" autocomplete="off" />
      )}
      {counts && (
        <span class={`count ${left < 0 ? 'over' : ''}`} role="status" aria-label={`${left} characters left`}>
          {left}
        </span>
      )}
    </div>
  );
}

type AreaProps = {
  value: string;
  /** For those who need to reach the element itself. */
  inner?: RefObject<HTMLTextAreaElement | null>;
  rows: number;
  class: string;
  dir?: 'auto';
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  onInput: (event: { currentTarget: HTMLTextAreaElement }) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** A text area as tall as its text. */
export function GrowingText({ inner, ...props }: AreaProps): VNode {
  const own = useRef<HTMLTextAreaElement>(null);
  const box = inner ?? own;
  useLayoutEffect(() => {
    const fit = (): void => {
      if (!box.current?.scrollHeight) return;
      box.current.style.height = 'auto';
      box.current.style.height = `${Math.min(box.current.scrollHeight + 2, 360)}px`;
    };
    fit();
    // In a dialog about to open nothing has a height yet.
    const soon = box.current?.scrollHeight ? 0 : requestAnimationFrame(fit);
    return () => cancelAnimationFrame(soon);
  }, [props.value]);
  return <textarea {...props} ref={box} />;
}
