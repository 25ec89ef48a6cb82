import type { RefObject, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { IconName } from '../frame/icons.tsx';
import { Icon } from '../frame/icons.tsx';
import type { MenuItem } from '../frame/menu.tsx';
import { MenuButton } from '../frame/menu.tsx';
import { getWorld } from '../state/store.ts';
import type { Editing } from './composer.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { runGlobalShortcut } from './sending.ts';

type Format = { label: string; icon: IconName; around?: string; before?: string; gap?: boolean };

const formats: Format[] = [
  { label: 'Bold', icon: 'bold', around: '*' },
  { label: 'Italic', icon: 'italic', around: '_' },
  { label: 'Strikethrough', icon: 'strike', around: '~' },
  { label: 'Ordered list', icon: 'numbers', before: '1. ', gap: true },
  { label: 'Bulleted list', icon: 'list', before: '• ' },
  { label: 'Blockquote', icon: 'quote', before: '> ', gap: true },
  { label: 'Code', icon: 'code', around: '`', gap: true },
  { label: 'Code block', icon: 'codeBlock', around: '```' },
];

function apply(edit: Editing, format: Format): void {
  const { selectionStart: from = 0, selectionEnd: to = 0 } = edit.box.current ?? {};
  const { text } = edit;
  const chosen = text.slice(from, to);
  if (format.around) {
    const sign = format.around;
    edit.write(text.slice(0, from) + sign + chosen + sign + text.slice(to), from + sign.length, to + sign.length);
    return;
  }
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lines = text
    .slice(start, to)
    .split('\n')
    .map((line, n) => (format.before === '1. ' ? `${n + 1}. ${line}` : `${format.before ?? ''}${line}`))
    .join('\n');
  edit.write(text.slice(0, start) + lines + text.slice(to), start + lines.length);
}

export function FormatBar({ edit }: { edit: Editing }): VNode {
  return (
    <div class="format-bar" role="toolbar" aria-label="Formatting">
      {formats.map((one) => (
        <button
          type="button"
          key={one.label}
          class={`bar-button ${one.gap ? 'gap' : ''}`}
          aria-label={one.label}
          title={one.label}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => apply(edit, one)}
        >
          <Icon name={one.icon} size={16} />
        </button>
      ))}
    </div>
  );
}

/** Writes at the caret, set off by a space from the word before it. */
function insert(edit: Editing, words: string): void {
  const at = edit.box.current?.selectionStart ?? edit.text.length;
  const before = edit.text.slice(0, at);
  const head = before && !/\s$/.test(before) ? `${before} ${words}` : before + words;
  edit.write(head + edit.text.slice(at), head.length);
}

type FootProps = {
  edit: Editing;
  inThread: boolean;
  onFiles: (files: File[]) => void;
  onBar: () => void;
};

export function ComposerFoot({ edit, inThread, onFiles, onBar }: FootProps): VNode {
  const picker = useRef<HTMLInputElement>(null);
  const smile = useRef<HTMLButtonElement>(null);
  const [smiling, setSmiling] = useState(false);
  const plus = (): MenuItem[] => [
    { label: 'Upload from your computer', icon: <Icon name="upload" />, onPick: () => picker.current?.click() },
    ...getWorld()
      .app.shortcuts.filter((one) => one.type === 'global')
      .map((one, n): MenuItem => ({
        label: one.name,
        hint: one.description,
        icon: <Icon name="bolt" />,
        ...(n === 0 ? { section: 'Shortcuts' } : {}),
        onPick: () => void runGlobalShortcut(one.callback_id),
      })),
  ];
  return (
    <div class="foot-tools">
      <MenuButton label="Attach files and run shortcuts" as="bar-button round" items={plus}>
        <Icon name="plus" />
      </MenuButton>
      <Tool label="Formatting" icon="text" onClick={onBar} />
      <button
        type="button"
        class="bar-button"
        ref={smile}
        aria-label="Emoji"
        title="Emoji"
        aria-expanded={smiling}
        onClick={() => setSmiling(!smiling)}
      >
        <Icon name="smile" />
      </button>
      <Tool label="Mention someone" icon="at" onClick={() => insert(edit, '@')} />
      {!inThread && <Tool label="Run a command" icon="slash" onClick={() => edit.write('/', 1)} />}
      <HiddenPicker picker={picker} onFiles={onFiles} />
      {smiling && (
        <EmojiPicker
          anchor={smile}
          align="start"
          onClose={() => setSmiling(false)}
          onPick={(name) => {
            setSmiling(false);
            insert(edit, `:${name}: `);
          }}
        />
      )}
    </div>
  );
}

function Tool({ label, icon, onClick }: { label: string; icon: IconName; onClick: () => void }): VNode {
  return (
    <button type="button" class="bar-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

type PickerProps = { picker: RefObject<HTMLInputElement | null>; onFiles: (files: File[]) => void };

function HiddenPicker({ picker, onFiles }: PickerProps): VNode {
  return (
    <input
      ref={picker}
      type="file"
      multiple
      class="unseen"
      tabIndex={-1}
      aria-label="Upload a file"
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
}
