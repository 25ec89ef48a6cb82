import type { EventFacts } from '../told.ts';
import type { FormChapter } from '../asked.ts';

export const linking: Pick<FormChapter['of'], 'link' | 'unlink' | 'merge' | 'split'> = {
  link: {
    title: (id) => `Link ${id}`,
    submit: 'Link',
    ask: {
      with: {
        label: 'With which ticket?',
        placeholder: 'T-1001, or words of its title',
        hint: 'Both tickets show it. Their requesters see it only where both are theirs.',
      },
    },
  },
  unlink: {
    title: (id) => `Unlink ${id}`,
    submit: 'Unlink',
    ask: { with: { label: 'From which ticket?', hint: 'Both tickets lose the link and keep everything else.' } },
  },
  merge: {
    title: (id) => `Merge ${id}`,
    submit: 'Merge',
    ask: {
      into: {
        label: 'Into which ticket?',
        placeholder: 'T-1001, or words of its title',
        hint: 'An open one. This one ends; what is written in it later is added there. Where it is somebody else’s, the requester of this one follows that one, and reads what is said there.',
      },
    },
  },
  split: {
    title: (id) => `Split ${id}`,
    submit: 'Split',
    ask: {
      title: { label: 'Title of the new ticket', hint: 'The requester reads this too.' },
      messages: {
        label: 'What is the new ticket about?',
        hint: 'The requester reads this there. All of it also stays where it is.',
      },
      notes: { label: 'What goes along among agents?', hint: 'Kept there as a note. The requester never reads it.' },
    },
  },
};

/** An event of a ticket that is told as one of the other. */
export const seen = (e: EventFacts) => {
  const [other, { how, gone }] = [e.other ?? '', e.linked];
  if (how === 'merged')
    return gone ? `${e.who ?? ''} took ${other} out of this again` : `${e.who ?? ''} merged ${other} into this`;
  if (how === 'duplicate')
    return gone
      ? `${e.who ?? ''} took back that ${other} repeats this`
      : `${e.who ?? ''} ended ${other}, which repeats this`;
  return gone ? `${e.who ?? ''} took away the link with ${other}` : `${e.who ?? ''} linked ${other} with this`;
};
