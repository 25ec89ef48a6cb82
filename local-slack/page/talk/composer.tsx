import type { RefObject, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { GrowingText } from '../elements/text-input.tsx';
import { Icon } from '../frame/icons.tsx';
import type { Suggestion } from './completion.ts';
import { completionAt } from './completion.ts';
import { ComposerFoot, FormatBar } from './composer-bars.tsx';
import { PendingFiles, useFiles } from './pending-files.tsx';
import { runGlobalShortcut, sendDraft, usageOf } from './sending.ts';
import { Suggestions } from './suggestions.tsx';

type Props = {
  channel: string;
  thread?: string | undefined;
  label: string;
  placeholder: string;
  alsoTo?: string | undefined;
  autofocus?: boolean;
};

/** Unsent words stay where they were typed, until the page is closed. */
const drafts = new Map<string, string>();

export type Editing = {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** Replaces the text and puts the caret (or a selection) in it. */
  write: (text: string, from: number, to?: number) => void;
};

function useEditing(key: string) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(drafts.get(key) ?? '');
  const [caret, setCaret] = useState(text.length);
  const change = (next: string, at: number): void => {
    drafts.set(key, next);
    setText(next);
    setCaret(at);
  };
  const write: Editing['write'] = (next, from, to = from) => {
    change(next, to);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(from, to);
    });
  };
  return { box, text, caret, change, setCaret, write };
}

function useSuggestions(text: string, caret: number, channel: string) {
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState('');
  const completion = completionAt(text, caret, channel);
  const here = `${completion?.from}${text}`;
  useEffect(() => setActive(0), [text]);
  const open = completion && closedAt !== here ? completion : null;
  return { open, active, setActive, close: () => setClosedAt(here) };
}

type Suggesting = ReturnType<typeof useSuggestions>;

/** Sends what is in the composer, and takes up what is picked from the suggestions. */
function useComposer({ channel, thread }: Pick<Props, 'channel' | 'thread'>) {
  const edit = useEditing(`${channel}:${thread ?? ''}`);
  const suggest = useSuggestions(edit.text, edit.caret, channel);
  const files = useFiles();
  const [broadcast, setBroadcast] = useState(false);
  const ready = (edit.text.trim() !== '' || files.ids.length > 0) && !files.busy;
  const send = async (): Promise<void> => {
    if (!ready) return;
    const { text } = edit;
    edit.write('', 0);
    const sent = await sendDraft({ channel, thread, text, broadcast, files: files.ids });
    if (sent) files.clear();
    else if (edit.box.current?.value === '') edit.write(text, text.length);
    setBroadcast(false);
  };
  const pick = (one: Suggestion): void => {
    if (!suggest.open) return;
    if (one.kind === 'shortcut') {
      edit.write('', 0);
      void runGlobalShortcut(one.key);
      return;
    }
    const head = edit.text.slice(0, suggest.open.from) + one.insert;
    edit.write(head + edit.text.slice(edit.caret), head.length);
  };
  return { edit, suggest, files, broadcast, setBroadcast, ready, send: () => void send(), pick };
}

export function Composer({ channel, thread, label, placeholder, alsoTo, autofocus = false }: Props): VNode {
  const composer = useComposer({ channel, thread });
  const { edit, suggest, files } = composer;
  const [bar, setBar] = useState(() => innerWidth > 700);
  useEffect(() => {
    if (autofocus) edit.box.current?.focus();
  }, []);
  return (
    <div class="composer-wrap">
      {suggest.open && (
        <Suggestions of={suggest.open} active={suggest.active} onActive={suggest.setActive} onPick={composer.pick} />
      )}
      {!suggest.open && <Usage text={edit.text} />}
      <div class="composer" {...files.dropHere}>
        {bar && <FormatBar edit={edit} />}
        <Writing composer={composer} label={label} placeholder={placeholder} />
        <PendingFiles files={files} />
        {alsoTo && (
          <label class="also">
            <input
              type="checkbox"
              checked={composer.broadcast}
              onChange={(event) => composer.setBroadcast(event.currentTarget.checked)}
            />{' '}
            Also send to <b>{alsoTo}</b>
          </label>
        )}
        <div class="composer-foot">
          <ComposerFoot edit={edit} inThread={thread !== undefined} onFiles={files.add} onBar={() => setBar(!bar)} />
          <button
            type="button"
            class={`send ${composer.ready ? 'ready' : ''}`}
            aria-label="Send now"
            title="Send now"
            disabled={!composer.ready}
            onClick={composer.send}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </div>
  );
}

function Usage({ text }: { text: string }): VNode | null {
  const usage = usageOf(text);
  if (!usage) return null;
  return (
    <div class="usage-hint" role="status">
      <b>{usage.command}</b> {usage.usage} <span>{usage.about}</span>
    </div>
  );
}

type WritingProps = { composer: ReturnType<typeof useComposer>; label: string; placeholder: string };

function Writing({ composer, label, placeholder }: WritingProps): VNode {
  const { edit, suggest, files, pick, send } = composer;
  return (
    <GrowingText
      {...{
        'aria-label': label,
        'aria-autocomplete': 'list',
        'aria-controls': suggest.open ? 'suggestions' : undefined,
        'aria-activedescendant': suggest.open ? `suggestion-${suggest.active}` : undefined,
        onPaste: files.onPaste,
        onSelect: (event: { currentTarget: HTMLTextAreaElement }) => edit.setCaret(event.currentTarget.selectionStart),
      }}
      inner={edit.box}
      class="composer-text"
      rows={1}
      value={edit.text}
      placeholder={placeholder}
      onInput={(event) => edit.change(event.currentTarget.value, event.currentTarget.selectionStart)}
      onKeyDown={(event) => composerKey(event, { suggest, pick, send, text: edit.text })}
    />
  );
}

type KeyContext = {
  suggest: Suggesting;
  pick: (one: Suggestion) => void;
  send: () => void;
  text: string;
};

function composerKey(event: KeyboardEvent, { suggest, pick, send, text }: KeyContext): void {
  if (event.isComposing) return;
  const open = suggest.open;
  if (open) {
    const chosen = open.list[suggest.active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // What is typed out in full is sent, not completed.
    const typed = text.slice(open.from).trim().toLowerCase();
    const typedOut = event.key === 'Enter' && chosen?.whole.some((one) => one.toLowerCase() === typed);
    if (step !== undefined) suggest.setActive((suggest.active + step + open.list.length) % open.list.length);
    else if (event.key === 'Escape') suggest.close();
    else if ((event.key === 'Tab' || event.key === 'Enter') && chosen && !typedOut && !event.shiftKey) pick(chosen);
    else if (typedOut) send();
    else return;
    event.preventDefault();
    return;
  }
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  send();
}
