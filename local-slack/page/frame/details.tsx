import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel, Person } from '../../wire.ts';
import { useReader } from '../blocks/reader.ts';
import { slackDate } from '../mrkdwn/date.ts';
import { closeDetails } from '../state/details.ts';
import { act, doAct, toast } from '../state/line.ts';
import { useName } from '../state/names.ts';
import { isDirect, openProfile } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { Avatar, Presence } from '../talk/avatar.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { ask } from './question.tsx';
import { TabList } from './tab-list.tsx';

/** What there is to know of a channel: what it is for, and who is in it. */
export function DetailsHost(): VNode | null {
  const details = useStore((state) => state.details);
  const channel = useStore((state) => state.world?.channels[details?.channel ?? '']);
  if (!details || !channel) return null;
  return <Details key={channel.id} channel={channel} tab={details.tab} />;
}

function Details({ channel, tab: first }: { channel: Channel; tab: 'about' | 'members' }): VNode {
  const [tab, setTab] = useState<'about' | 'members'>(first);
  const name = useName(channel);
  const names = { about: 'About', members: `Members ${channel.members.length}` };
  return (
    <Dialog labelledBy="details-title" as="list-dialog details" onClose={closeDetails} showing={tab}>
      <div class="dialog-head">
        <h2 id="details-title">
          {isDirect(channel) ? '' : channel.kind === 'private' ? <Icon name="lock" /> : '# '}
          {name}
        </h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={closeDetails}>
          <Icon name="close" />
        </button>
      </div>
      <TabList tabs={['about', 'members'] as const} tab={tab} names={names} label="About this channel" onTab={setTab} />
      <div class="dialog-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'about' ? <About channel={channel} /> : <Members channel={channel} />}
      </div>
    </Dialog>
  );
}

function About({ channel }: { channel: Channel }): VNode {
  const creator = useWorld((world) => world.people[channel.creator]?.real_name ?? 'Somebody');
  const me = useWorld((world) => world.me);
  const reader = useReader();
  const inside = channel.members.includes(me.id);
  const mayChange = inside && !channel.archived && !isDirect(channel);
  return (
    <div class="cards">
      {!isDirect(channel) && (
        <div class="card-list">
          <Words channel={channel} what="topic" title="Topic" text={channel.topic} open={mayChange} />
          <Words channel={channel} what="purpose" title="Description" text={channel.purpose} open={mayChange} />
          <div class="card-line">
            <b>Created by</b>
            <p>
              {creator} on {slackDate(channel.created, '{date_long}', reader)}
            </p>
          </div>
        </div>
      )}
      {inside && !channel.general && !isDirect(channel) && <Doors channel={channel} guest={me.is_restricted} />}
      <p class="channel-id">Channel ID: {channel.id}</p>
    </div>
  );
}

type WordsProps = { channel: Channel; what: 'topic' | 'purpose'; title: string; text: string; open: boolean };

function Words({ channel, what, title, text, open }: WordsProps): VNode {
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft !== null && draft !== text) doAct({ do: what, channel: channel.id, text: draft });
    setDraft(null);
  };
  if (draft !== null) {
    return (
      <form
        class="card-line"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          <b>{title}</b>
          <textarea
            class="input"
            rows={2}
            maxLength={250}
            value={draft}
            ref={(box) => {
              if (box && document.activeElement !== box) box.focus();
            }}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        </label>
        <div class="edit-foot">
          <button type="button" class="btn" onClick={() => setDraft(null)}>
            Cancel
          </button>
          <button type="submit" class="btn primary">
            Save
          </button>
        </div>
      </form>
    );
  }
  return (
    <div class="card-line">
      <b>{title}</b>
      {open && (
        <button
          type="button"
          class="text-button"
          aria-label={`Edit ${title.toLowerCase()}`}
          onClick={() => setDraft(text)}
        >
          Edit
        </button>
      )}
      <p>{text || `Add a ${title.toLowerCase()}`}</p>
    </div>
  );
}

/** Ways out of a channel. */
function Doors({ channel, guest }: { channel: Channel; guest: boolean }): VNode {
  const archive = async (): Promise<void> => {
    const yes = await ask({
      title: { type: 'plain_text', text: 'Archive this channel?' },
      text: {
        type: 'mrkdwn',
        text: `Nobody will be able to send messages in *#${channel.name}*. It can be unarchived.`,
      },
      confirm: { type: 'plain_text', text: 'Archive channel' },
      deny: { type: 'plain_text', text: 'Cancel' },
      style: 'danger',
    });
    if (yes) doAct({ do: 'archive', channel: channel.id });
  };
  return (
    <div class="card-list">
      <button
        type="button"
        class="card-line danger"
        onClick={() => {
          closeDetails();
          doAct({ do: 'leave', channel: channel.id });
        }}
      >
        <Icon name="leave" size={16} /> Leave channel
      </button>
      {!guest && !channel.archived && (
        <button type="button" class="card-line danger" onClick={() => void archive()}>
          <Icon name="archive" size={16} /> Archive channel for everyone
        </button>
      )}
    </div>
  );
}

function Members({ channel }: { channel: Channel }): VNode {
  const people = useWorld((world) => world.people);
  const me = useWorld((world) => world.me);
  const [query, setQuery] = useState('');
  const isIn = (id: string): boolean => channel.members.includes(id);
  const mayAdd = isIn(me.id) && !me.is_restricted && !isDirect(channel) && !channel.archived;
  const wanted = query.trim().toLowerCase();
  const list = Object.values(people)
    .filter((one) => (isIn(one.id) || (mayAdd && query !== '' && !one.deleted)) && one.id !== 'USLACKBOT')
    .filter((one) => one.real_name.toLowerCase().includes(wanted) || one.name.includes(wanted))
    .sort((a, b) => Number(isIn(b.id)) - Number(isIn(a.id)) || a.real_name.localeCompare(b.real_name));
  const label = mayAdd ? 'Find or add people' : 'Find people';
  return (
    <>
      <input
        class="input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <ul class="person-list">
        {list.map((one) => (
          <MemberLine key={one.id} person={one} channel={channel} />
        ))}
        {list.length === 0 && <li>Nobody of that name</li>}
      </ul>
    </>
  );
}

function MemberLine({ person, channel }: { person: Person; channel: Channel }): VNode {
  const me = useWorld((world) => world.me.id === person.id);
  const isIn = channel.members.includes(person.id);
  const add = async (): Promise<void> => {
    const answer = await act({ do: 'invite', channel: channel.id, user: person.id });
    toast(answer.ok ? `${person.real_name} was added` : `That did not work: ${answer.error}`);
  };
  const view = (): void => {
    closeDetails();
    openProfile(person.id);
  };
  return (
    <li>
      <span class="face">
        <Avatar person={person} size={32} />
        {!person.is_bot && <Presence id={person.id} />}
      </span>
      <span class="person-words">
        <b>
          {person.real_name}
          {me && ' (you)'}
        </b>
        <span>{isIn ? (person.is_bot ? 'App' : person.title) : 'Not in this channel'}</span>
      </span>
      <button
        type="button"
        class="btn"
        aria-label={`${isIn ? 'View' : 'Add'} ${person.real_name}`}
        onClick={() => (isIn ? view() : void add())}
      >
        {isIn ? 'View' : 'Add'}
      </button>
    </li>
  );
}
