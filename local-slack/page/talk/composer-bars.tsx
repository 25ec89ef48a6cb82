import type { RefObject, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { IconName } from '../frame/icons.tsx';
import { Icon } from '../frame/icons.tsx';
import type { Editing } from './editing.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { applyFormat, formats, keysOf } from './formats.ts';
import { ShortcutsMenu } from './shortcuts-menu.tsx';

export function FormatBar({ edit }: { edit: Editing }): VNode {
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div
      class="format-bar"
      role="toolbar"
      aria-label="Formatting"
      ref={bar}
      onKeyDown={(event) => walkBar(event, bar.current)}
    >
      {formats.map((one, n) => (
        <button
          type="button"
          key={one.label}
          class={`bar-button ${one.gap ? 'gap' : ''}`}
          tabIndex={n === 0 ? 0 : -1}
          aria-label={one.label}
          title={`${one.label} (${keysOf(one)})`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => applyFormat(edit, one)}
        >
          <Icon name={one.icon} size={16} />
        </button>
      ))}
    </div>
  );
}

/** One stop for Tab; the arrows go along the bar. */
function walkBar(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const all = [...(bar?.querySelectorAll<HTMLElement>('button') ?? [])];
  const at = all.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  all[(at + step + all.length) % all.length]?.focus();
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
  bar: boolean;
  onBar: () => void;
};

export function ComposerFoot({ edit, inThread, onFiles, bar, onBar }: FootProps): VNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="foot-tools">
      <Tool label="Upload a file" icon="plus" as="round" onClick={() => picker.current?.click()} />
      <Tool label={bar ? 'Hide formatting' : 'Show formatting'} icon="text" onClick={onBar} />
      <EmojiTool edit={edit} />
      <Tool label="Mention someone" icon="at" onClick={() => insert(edit, '@')} />
      {!inThread && <Tool label="Run a command" icon="slash" onClick={() => edit.write('/', 1)} />}
      {!inThread && <ShortcutsMenu onCommand={(command) => edit.write(`${command} `, command.length + 1)} />}
      <HiddenPicker picker={picker} onFiles={onFiles} />
    </div>
  );
}

function EmojiTool({ edit }: { edit: Editing }): VNode {
  const smile = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="bar-button"
        ref={smile}
        aria-label="Emoji"
        title="Emoji"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" />
      </button>
      {open && (
        <EmojiPicker
          anchor={smile}
          align="start"
          onClose={() => {
            setOpen(false);
            edit.box.current?.focus();
          }}
          onPick={(name) => {
            setOpen(false);
            insert(edit, `:${name}: `);
          }}
        />
      )}
    </>
  );
}

type ToolProps = { label: string; icon: IconName; as?: string; onClick: () => void };

function Tool({ label, icon, as = '', onClick }: ToolProps): VNode {
  return (
    <button type="button" class={`bar-button ${as}`} aria-label={label} title={label} onClick={onClick}>
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
      aria-label="Files to upload"
      onChange={(event) => {
        onFiles([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
}
