import type { VNode } from 'preact';
import type { Channel } from '../../wire.ts';
import { Mrkdwn } from '../blocks/text.tsx';
import { Icon } from '../frame/icons.tsx';
import { openDetails } from '../state/details.ts';
import { isDirect, openProfile } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { Avatar, Presence } from './avatar.tsx';

/** The line at the top of a conversation: its name opens what there is to know of it. */
export function ChannelHead({ channel, name }: { channel: Channel; name: string }): VNode {
  return (
    <header class="content-head">
      <h1 class="content-title">
        <button
          type="button"
          class="title-button"
          onClick={() =>
            channel.with && channel.kind === 'im' ? openProfile(channel.with) : openDetails(channel.id, 'about')
          }
        >
          <Face channel={channel} />
          <span class="title-words">{name}</span>
          <Icon name="down" size={14} />
        </button>
      </h1>
      {channel.topic && !isDirect(channel) && (
        <div class="topic">
          <Mrkdwn text={channel.topic} />
        </div>
      )}
      <span class="grow" />
      {channel.kind !== 'im' && <MembersButton channel={channel} />}
    </header>
  );
}

function Face({ channel }: { channel: Channel }): VNode {
  const other = useWorld((world) => world.people[channel.with ?? '']);
  if (other) {
    return (
      <span class="face">
        <Avatar person={other} size={24} />
        <Presence id={other.id} />
      </span>
    );
  }
  return <Icon name={isDirect(channel) ? 'people' : channel.kind === 'private' ? 'lock' : 'hash'} />;
}

/** The faces at the top of a channel; they open the list of its members. */
function MembersButton({ channel }: { channel: Channel }): VNode {
  const people = useWorld((world) => world.people);
  const count = channel.members.length;
  const label = `View all ${count} members`;
  return (
    <button
      type="button"
      class="members-button"
      aria-label={label}
      title={label}
      onClick={() => openDetails(channel.id, 'members')}
    >
      <span class="thread-faces">
        {channel.members.slice(0, 3).map((id) => (
          <Avatar key={id} person={people[id]} size={20} />
        ))}
      </span>
      {count}
    </button>
  );
}
