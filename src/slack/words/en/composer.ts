import type { ComposerWords } from '../composer.ts';

export const composer: ComposerWords = {
  template: {
    label: 'Template',
    placeholder: 'Search by name or code',
    hint: 'Its words come after what you have written, and stay yours to change.',
  },
  readsIn: (requester, language) => `${requester} reads ${{ en: 'English', it: 'Italian' }[language]}.`,
  uses: (count) => (count === 0 ? 'never sent' : count === 1 ? 'sent once' : `sent ${count} times`),
  acts: { label: 'Once it is sent, also' },
  priority: (name) => `Priority: ${name}`,
  title: (title) => `Title: ${title}`,
  tags: (add, remove) => [add && `Tags: ${add}`, remove && `Without the tags: ${remove}`].filter(Boolean).join(' · '),
  forward: (group) => `Forward to ${group}`,
  nothingSent: (what, why) =>
    `Nothing was sent, because “${what}” cannot be done. ${why} Take its tick away, or change that first.`,
  noFiles:
    'Nothing was sent: files go only with an answer. Take away the tick that resolves it or makes it wait, or the files.',
  tooLong: (most) =>
    `⚠️ With this template the answer would have more than ${most} characters, so it was not added. What you have written is still there.`,
  leftOpen: (codes) =>
    `⚠️ Nobody has answered ${codes} here, so your answer says “–”. Please look at it before you send it.`,
  noTemplate: '⚠️ This template is not there any more. What you have written is still there.',
  twice: 'ℹ️ This template is in your answer already, so its words were not added once more.',
  unfilled: (codes) =>
    `Nothing was sent, because ${codes} is filled in only where a template brings it. Write what it stands for, or put it between \`backticks\` to send it as it is.`,
  noSuch: (code, list) =>
    `There is no template \`?${code}\` here, and nothing was sent.${list === '' ? '' : ` There is: ${list}`}`,
  alone: (code) =>
    `Nothing was sent: \`?${code}\` goes alone. Type it without other words, or choose it in Reply and add yours there.`,
  preview: {
    button: 'Preview',
    asTemplate: 'Save as template',
    title: (id) => `Preview of ${id}`,
    back: 'Back',
    again: 'Preview again',
    reads: (requester) => `👁️ This is what ${requester} will read. The buttons are shown, and do nothing here.`,
    nothing: 'Nothing is written yet.',
    files: (names) => `📎 With it: ${names}`,
    marked: (words) =>
      `⚠️ Marked in red, for they are on the list of words that requesters do not get: ${words}. If you send it, they go too.`,
    blocked: (words) => `🚫 Marked in red: these words are not sent to requesters: ${words}. Please change them below.`,
    personal: (parts) => `🔎 This looks like personal data: ${parts}. Is it needed?`,
    change: 'Change it here',
    changeHint: 'What you change is shown once more before it goes.',
    tooMuch: 'Files go with the form in which they were chosen. Go back and send it there.',
  },
};
