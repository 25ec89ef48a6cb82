import type { PeopleWords } from '../people.ts';
import type { EventFacts } from '../told.ts';
import { ticket } from './ticket.ts';

const reasonOf = (reason: keyof typeof ticket.reasons | null) => (reason ? `: ${ticket.reasons[reason]}` : '');

const who = (e: EventFacts) => e.who ?? 'The desk';
const title = (e: EventFacts) => `${e.id}: ${e.title}`;
/** What is not here is an answer. */
const told: Partial<Record<EventFacts['verb'], (event: EventFacts) => string>> = {
  pend: (e) => `${who(e)} asked ${e.requester} on ${title(e)}`,
  workaround: (e) => `For now there is a way around ${title(e)}`,
  resolve: (e) => `Resolved${reasonOf(e.resolved)}. ${title(e)}`,
  resolve_internally: (e) => `Resolved${reasonOf(e.resolved)}. ${title(e)}`,
  expire: (e) => `Resolved${reasonOf(e.resolved)}. ${title(e)}`,
  close: (e) => `Confirmed as solved by ${e.requester}. ${title(e)}`,
  cancel: (e) => `Cancelled: nothing more is done. ${title(e)}`,
  agree: (e) => `Cancelled: nothing more is done. ${title(e)}`,
  merge: (e) => `It goes on in ${e.other ?? 'another one'}. ${title(e)}`,
};

export const followers: PeopleWords = {
  followedBy: (names) => `👁️ Watched by ${names}`,
  readAlso: (names) => `👁️ ${names} can read this too`,
  followed: (e) => told[e.verb]?.(e) ?? `${who(e)} answered ${e.requester} on ${title(e)}`,
  copied: (by, news) => `${by} tells you: ${news}`,
  waitsFor: (requester) => `Waiting for ${requester}`,
  kept: (count) => `🌙 While it was quiet: ${count === 1 ? 'one thing' : `${count} things`} for you.`,
  quiet: {
    now: (quiet) => {
      if (!quiet)
        return 'You are told of everything at once. `/ticket quiet 18:00-08:00 weekends` keeps it until the morning.';
      const hours = quiet.from === quiet.to ? '' : ` from ${quiet.from} to ${quiet.to}`;
      const days = quiet.weekends ? `${hours ? ' and' : ''} on weekends` : '';
      return `🌙 You are told of nothing${hours}${days}, but for what is urgent; the rest comes together afterwards. \`/ticket quiet off\` ends this.`;
    },
    usage:
      'Please write the hours like this: `/ticket quiet 18:00-08:00`, or with `weekends` behind them. `/ticket quiet off` ends it.',
  },
  notMentioned: (names, id) => `${names} cannot read what agents say on ${id} and got no word of this note.`,
  followedList: 'Watched by me',
  whom: (typed) =>
    `There is nobody called ${typed} here, or more than one. Please choose the person from the list that opens behind the @.`,
};
