import type { ComposerWords } from '../composer.ts';

export const composer: ComposerWords = {
  template: {
    label: 'Template',
    placeholder: 'Search by name or code',
    hint: 'Its words come after what you have written, and stay yours to change.',
  },
  uses: (count) => (count === 0 ? 'never sent' : count === 1 ? 'sent once' : `sent ${count} times`),
  acts: { label: 'Once it is sent, also' },
  priority: (name) => `Priority: ${name}`,
  title: (title) => `Title: ${title}`,
  tags: (add, remove) => [add && `Tags: ${add}`, remove && `Without the tags: ${remove}`].filter(Boolean).join(' · '),
  forward: (group) => `Forward to ${group}`,
  tooLong: (most) =>
    `⚠️ With this template the answer would have more than ${most} characters, so it was not added. What you have written is still there.`,
  noTemplate: '⚠️ This template is not there any more. What you have written is still there.',
  notDone: (id, why) => `Your answer to ${id} is sent. What the template does besides could not all be done: ${why}`,
};
