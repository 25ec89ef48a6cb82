import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { GrowingText } from '../elements/text-input.tsx';
import { Icon } from '../frame/icons.tsx';
import { getWorld, setState } from '../state/store.ts';
import type { Suggestion } from './completion.ts';
import { completionAt } from './completion.ts';
import { ComposerFoot, FormatBar } from './composer-bars.tsx';
import { useEditing } from './editing.ts';
import { applyFormat, continueList, formatOf } from './formats.ts';
import { PendingFiles, useFiles } from './pending-files.tsx';
import { isTopLevel } from '../state/route.ts';
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

function useSuggestions(text: string, caret: number, channel: string) {
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState('');
  const completion = completionAt(text, caret, channel);
  const here = `${completion?.from}${text}`;
  useEffect(() => setActive(0), [text]);
  const open = completion && closedAt !== here ? completion : null;
  return { open, active, setActive, close: () => setClosedAt(here) };
}

/** Sends what is in the composer, and takes up what is picked from the suggestions. */
function useComposer({ channel, thread }: Pick<Props, 'channel' | 'thread'>) {
  const edit = useEditing(channel, thread);
  const suggest = useSuggestions(edit.text, edit.caret, channel);
  const files = useFiles();
  const [broadcast, setBroadcast] = useState(false);
  const ready = (edit.text.trim() !== '' || files.ids.length > 0) && !files.busy;
  const send = async (): Promise<void> => {
    if (!ready) return;
    const { text } = edit;
    edit.clear();
    const sent = await sendDraft({ channel, thread, text, broadcast, files: files.ids });
    if (sent) files.clear();
    else if (edit.box.current?.value === '') edit.write(text, text.length);
    if (sent) setBroadcast(false);
  };
  const pick = (one: Suggestion): void => {
    if (!suggest.open) return;
    if (one.kind === 'shortcut') {
      edit.clear();
      void runGlobalShortcut(one.key);
      return;
    }
    const head = edit.text.slice(0, suggest.open.from) + one.insert;
    edit.write(head + edit.text.slice(edit.caret), head.length);
  };
  const editLast = (): boolean => {
    const last = lastOwn(channel, thread);
    if (edit.text !== '' || !last) return false;
    setState({ editing: last });
    return true;
  };
  return { edit, suggest, files, broadcast, setBroadcast, ready, send: () => void send(), pick, editLast };
}

function lastOwn(channel: string, thread: string | undefined): string | undefined {
  const { talk, me } = getWorld();
  return talk[channel]?.findLast((one) => {
    const here = thread ? one.thread_ts === thread : isTopLevel(one.ts, one.thread_ts);
    return here && one.user === me.id && !one.ephemeral && !one.tombstone && one.subtype !== 'channel_join';
  })?.ts;
}

export function Composer({ channel, thread, label, placeholder, alsoTo, autofocus = false }: Props): VNode {
  const composer = useComposer({ channel, thread });
  const { edit, suggest, files } = composer;
  const [bar, setBar] = useState(() => innerWidth > 700);
  const id = `suggestions${thread ? '-thread' : ''}`;
  useEffect(() => {
    if (autofocus) edit.box.current?.focus();
  }, []);
  return (
    <div class="composer-wrap">
      {suggest.open && (
        <Suggestions
          id={id}
          of={suggest.open}
          active={suggest.active}
          onActive={suggest.setActive}
          onPick={composer.pick}
        />
      )}
      {!suggest.open && <Usage text={edit.text} />}
      <div class={`composer ${files.over ? 'over' : ''}`} {...files.dropHere}>
        {bar && <FormatBar edit={edit} />}
        <Writing composer={composer} label={label} placeholder={placeholder} id={id} />
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
          <ComposerFoot
            edit={edit}
            inThread={thread !== undefined}
            onFiles={files.add}
            bar={bar}
            onBar={() => setBar(!bar)}
          />
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
      <p class={`composer-hint ${edit.text.length > 20 ? '' : 'hidden'}`} aria-hidden="true">
        <b>Shift + Return</b> to add a new line
      </p>
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

type Composing = ReturnType<typeof useComposer>;
type WritingProps = { composer: Composing; label: string; placeholder: string; id: string };

function Writing({ composer, label, placeholder, id }: WritingProps): VNode {
  const { edit, suggest, files } = composer;
  return (
    <GrowingText
      {...{
        'aria-label': label,
        'aria-autocomplete': 'list',
        'aria-controls': suggest.open ? id : undefined,
        'aria-activedescendant': suggest.open ? `${id}-${suggest.active}` : undefined,
        onPaste: files.onPaste,
        onSelect: (event: { currentTarget: HTMLTextAreaElement }) => edit.setCaret(event.currentTarget.selectionStart),
      }}
      inner={edit.box}
      class="composer-text"
      rows={1}
      value={edit.text}
      placeholder={placeholder}
      onInput={(event) => edit.change(event.currentTarget.value, event.currentTarget.selectionStart)}
      onKeyDown={(event) => composerKey(event, composer)}
    />
  );
}

function composerKey(event: KeyboardEvent, composer: Composing): void {
  // What an input method is still composing is its own business; Safari says so only by the key's code.
  if (event.isComposing || event.keyCode === 229) return;
  const format = formatOf(event);
  if (format) {
    applyFormat(composer.edit, format);
    return event.preventDefault();
  }
  if (composer.suggest.open) return suggestionKey(event, composer, composer.suggest.open);
  if (event.key === 'ArrowUp' && composer.editLast()) return event.preventDefault();
  if (event.key !== 'Enter') return;
  if (event.shiftKey) {
    if (continueList(composer.edit)) event.preventDefault();
    return;
  }
  event.preventDefault();
  composer.send();
}

type Open = NonNullable<Composing['suggest']['open']>;

function suggestionKey(event: KeyboardEvent, { suggest, edit, pick, send }: Composing, open: Open): void {
  const chosen = open.list[suggest.active];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  // What is typed out in full is sent, not completed.
  const typed = edit.text.slice(open.from).trim().toLowerCase();
  const typedOut = event.key === 'Enter' && chosen?.whole.some((one) => one.toLowerCase() === typed);
  if (step !== undefined) suggest.setActive((suggest.active + step + open.list.length) % open.list.length);
  else if (event.key === 'Escape') suggest.close();
  else if ((event.key === 'Tab' || event.key === 'Enter') && chosen && !typedOut && !event.shiftKey) pick(chosen);
  else if (typedOut) send();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
