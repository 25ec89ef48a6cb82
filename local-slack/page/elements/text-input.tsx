import type { EmailInput, NumberInput, PlainTextInput, RichTextBlock, RichTextInput, URLInput } from '@slack/types';
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { plain } from '../blocks/text.tsx';
import type { FieldProps } from './field.ts';
import { aria, useField } from './field.ts';
import { useSurface } from './surface.tsx';

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput;

const kinds = {
  plain_text_input: { type: 'text', inputMode: 'text' },
  email_text_input: { type: 'text', inputMode: 'email' },
  url_text_input: { type: 'text', inputMode: 'url' },
  number_input: { type: 'text', inputMode: 'decimal' },
} as const;

/** When the text reaches the app: `dispatch_action_config`, whose default is the Enter key. */
function useDispatch(of: TextElement | RichTextInput, blockId: string, dispatches: boolean, content: unknown) {
  const surface = useSurface();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const on = of.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const field = of.type === 'rich_text_input' ? 'rich_text_value' : 'value';
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    typed: (next: unknown): void => {
      if (!dispatches || !on.includes('on_character_entered')) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void surface.click(blockId, of, { [field]: next }), 300);
    },
    entered: (): void => {
      if (dispatches && on.includes('on_enter_pressed')) void surface.click(blockId, of, { [field]: content });
    },
  };
}

export function TextInput({ of, blockId, labelling, dispatches }: FieldProps<TextElement>): VNode {
  const { content, put } = useField(of, blockId, 'value', dispatches);
  const dispatch = useDispatch(of, blockId, dispatches, content);
  const text = typeof content === 'string' ? content : '';
  const multiline = of.type === 'plain_text_input' && of.multiline === true;
  const max = of.type === 'plain_text_input' ? (of.max_length ?? 3000) : undefined;
  const shared = {
    ...aria(labelling),
    value: text,
    placeholder: of.placeholder ? plain(of.placeholder.text) : undefined,
    'data-first': of.focus_on_load ? true : undefined,
    maxLength: max,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const next = event.currentTarget.value || null;
      put(next);
      dispatch.typed(next);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !multiline && dispatches) {
        event.preventDefault();
        dispatch.entered();
      }
    },
  };
  return (
    <>
      {multiline ? (
        <GrowingText {...shared} class="input" rows={4} />
      ) : (
        <input {...shared} {...kinds[of.type]} class="input" autocomplete="off" />
      )}
      {max !== undefined && text.length > max - 100 && max > 100 && (
        <div class="count" aria-live="polite">
          {max - text.length} characters left
        </div>
      )}
    </>
  );
}

type AreaProps = {
  value: string;
  /** For those who need to reach the element itself. */
  inner?: RefObject<HTMLTextAreaElement | null>;
  rows: number;
  class: string;
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
    // Not laid out yet, as in a dialog about to open: the rows give the height.
    if (!box.current?.scrollHeight) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${Math.min(box.current.scrollHeight + 2, 360)}px`;
  }, [props.value]);
  return <textarea {...props} ref={box} />;
}

function richText(text: string): RichTextBlock | null {
  if (!text) return null;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function textOf(block: unknown): string {
  const sections = (block as RichTextBlock | null)?.elements ?? [];
  const words = sections.flatMap(
    (section) => section.elements as { type: string; text?: string; elements?: { text?: string }[] }[],
  );
  return words.map((one) => one.text ?? one.elements?.map((inner) => inner.text ?? '').join('') ?? '').join('');
}

export function RichInput({ of, blockId, labelling, dispatches }: FieldProps<RichTextInput>): VNode {
  const { content, put } = useField(of, blockId, 'rich_text_value', dispatches);
  const dispatch = useDispatch(of, blockId, dispatches, content);
  return (
    <GrowingText
      {...aria(labelling)}
      class="input"
      rows={of.min_lines ?? 3}
      value={textOf(content)}
      placeholder={of.placeholder ? plain(of.placeholder.text) : undefined}
      onInput={(event) => {
        const next = richText(event.currentTarget.value);
        put(next);
        dispatch.typed(next);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || !dispatches) return;
        event.preventDefault();
        dispatch.entered();
      }}
    />
  );
}
