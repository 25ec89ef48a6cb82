import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../frame/icons.tsx';
import { draftAt, keepDraft } from '../state/drafts.ts';
import { getWorld, setState } from '../state/store.ts';
import { ComposerFoot, FormatBar } from './composer-bars.tsx';
import { useEditing } from './editing.ts';
import { PendingFiles, useFiles } from './pending-files.tsx';
import { isTopLevel } from '../state/route.ts';
import { sendDraft, usageOf } from './sending.ts';
import { Suggestions } from './suggestions.tsx';
import { useWriting, Writing } from './writing.tsx';

type Props = {
  channel: string;
  thread?: string | undefined;
  label: string;
  placeholder: string;
  alsoTo?: string | undefined;
  autofocus?: boolean;
};

/** Sends what is in the composer, and takes up what is picked from the suggestions. */
function useComposer({ channel, thread }: Pick<Props, 'channel' | 'thread'>) {
  const edit = useEditing(
    () => draftAt(channel, thread),
    (text) => keepDraft(channel, thread, text),
  );
  const writing = useWriting(edit, channel);
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
  const editLast = (): boolean => {
    const last = lastOwn(channel, thread);
    if (edit.text !== '' || !last) return false;
    setState({ editing: last });
    return true;
  };
  return { edit, writing, files, broadcast, setBroadcast, ready, send: () => void send(), editLast };
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
  const { edit, writing, files } = composer;
  const { suggest } = writing;
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
          onPick={writing.pick}
        />
      )}
      {!suggest.open && <Usage text={edit.text} />}
      <div class={`composer ${files.over ? 'over' : ''}`} {...files.dropHere}>
        {bar && <FormatBar edit={edit} />}
        <Writing
          {...{ writing, label, placeholder, id }}
          onPaste={files.onPaste}
          onSend={composer.send}
          onKey={(event) => {
            if (event.key === 'ArrowUp' && composer.editLast()) event.preventDefault();
          }}
        />
        <PendingFiles files={files} />
        {alsoTo && <AlsoTo composer={composer} where={alsoTo} />}
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

type AlsoProps = { composer: ReturnType<typeof useComposer>; where: string };

function AlsoTo({ composer, where }: AlsoProps): VNode {
  return (
    <label class="also">
      <input
        type="checkbox"
        checked={composer.broadcast}
        onChange={(event) => composer.setBroadcast(event.currentTarget.checked)}
      />{' '}
      Also send to <b>{where}</b>
    </label>
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
