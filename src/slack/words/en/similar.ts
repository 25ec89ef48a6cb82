import type { SimilarWords } from '../similar.ts';

const solvedOf = (count: number, solved: number): string => {
  if (solved === 0) return '';
  if (solved === count) return count === 1 ? ', solved' : ', all solved';
  return `, ${solved === 1 ? 'one' : solved} solved`;
};

export const similar: SimilarWords = {
  summary: (count, solved) => `${count} like this${solvedOf(count, solved)}`,
  see: 'Compare',
  title: (id) => `Like ${id}`,
  intro: (id) => `What you press here is done to ${id} at once. An answer is shown to you before it is sent.`,
  onlyLooks: (id) => `Whoever has ${id}, or leads its group, can link or merge it from here.`,
  none: 'There is nothing like it any more: what was is linked already, or has changed.',
  answer: 'What was answered:',
  asked: {
    head: (count, solved) =>
      solved > 0
        ? `${count} like this${solvedOf(count, solved)}. Perhaps you need not ask again:`
        : `${count} like this${count === 1 ? ' is' : ' are'} open. Perhaps it is the same:`,
    attach: 'Add mine to this one',
    follow: 'Follow this one instead',
    solved: 'That solved it',
    attached: (id, files) =>
      `Your words were added to ${id}. No new request was filed.${files ? ' Your files were not: please share them in its thread.' : ''}`,
    followed: (id) => `You follow ${id} now and hear what is answered there. No new request was filed.`,
    hidden: (id) =>
      `You want to keep this out of all channels, and ${id} is not kept out of them. Send it as a request of its own, or take that mark off first.`,
    dropped: 'Good to hear. No new request was filed.',
  },
  presses: { reply: 'Reply with this answer', merge: 'Merge into it', duplicate: 'Same problem', link: 'Link' },
};
