import type { VNode } from 'preact';
import type { Channel } from '../../wire.ts';
import { useReader } from '../blocks/reader.ts';
import { Icon } from '../frame/icons.tsx';
import { slackDate } from '../mrkdwn/date.ts';
import { openDetails } from '../state/details.ts';
import { openProfile } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { Avatar } from './avatar.tsx';

/** What stands above the oldest message of a conversation. */
export function Intro({ channel, name }: { channel: Channel; name: string }): VNode {
  if (channel.kind === 'im') return <DirectIntro channel={channel} name={name} />;
  if (channel.kind === 'mpim') return <GroupIntro channel={channel} name={name} />;
  return <ChannelIntro channel={channel} name={name} />;
}

function DirectIntro({ channel, name }: { channel: Channel; name: string }): VNode {
  const other = useWorld((world) => world.people[channel.with ?? '']);
  const me = useWorld((world) => world.me.id);
  return (
    <div class="intro">
      <div class="intro-person">
        <Avatar person={other} size={72} />
        <div>
          <h2>{name}</h2>
          {other?.title && <p>{other.title}</p>}
        </div>
      </div>
      {other?.id === me ? (
        <p>
          <b>This is your space.</b> Draft messages, list your to-dos, or keep links and files handy.
        </p>
      ) : (
        <p>
          This conversation is just between <b>{name}</b> and you. Check out their profile to learn more about them.
        </p>
      )}
      {other && (
        <button type="button" class="btn small" onClick={() => openProfile(other.id)}>
          View profile
        </button>
      )}
    </div>
  );
}

function GroupIntro({ channel, name }: { channel: Channel; name: string }): VNode {
  const people = useWorld((world) => world.people);
  const me = useWorld((world) => world.me.id);
  return (
    <div class="intro">
      <span class="thread-faces">
        {channel.members
          .filter((id) => id !== me)
          .slice(0, 5)
          .map((id) => (
            <Avatar key={id} person={people[id]} size={48} />
          ))}
      </span>
      <h2>{name}</h2>
      <p>This is the very beginning of your direct message history with {name}.</p>
    </div>
  );
}

function ChannelIntro({ channel, name }: { channel: Channel; name: string }): VNode {
  const creator = useWorld((world) => world.people[channel.creator]?.real_name);
  const inside = useWorld((world) => channel.members.includes(world.me.id) && !world.me.is_restricted);
  const reader = useReader();
  const lock = channel.kind === 'private';
  return (
    <div class="intro">
      <h2>
        <Icon name={lock ? 'lock' : 'hash'} size={26} /> {name}
      </h2>
      <p>
        {creator ?? 'Somebody'} created this {lock ? 'private ' : ''}channel on{' '}
        {slackDate(channel.created, '{date_long}', reader)}. This is the very beginning of the{' '}
        <b>
          {lock ? '' : '#'}
          {name}
        </b>{' '}
        channel.
        {channel.purpose && ` ${channel.purpose}`}
      </p>
      {inside && (
        <div class="intro-buttons">
          <button type="button" class="btn small" onClick={() => openDetails(channel.id, 'members')}>
            <Icon name="people" size={16} /> Add people
          </button>
        </div>
      )}
    </div>
  );
}
