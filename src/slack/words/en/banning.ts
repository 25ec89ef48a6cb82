import type { BanningWords } from '../banning.ts';

export const banning: BanningWords = {
  title: 'Banned words',
  titles: { add: 'Ban words', try: 'Try a sentence', how: 'What happens' },
  onlyLeads: 'Which words requesters do not get, administrators and the leads of a group say. Ask one of them.',
  intro: (count) =>
    `${count === 1 ? 'One word or phrase' : `${count} words and phrases`}. Looked for as whole words; capitals and accents make no difference.`,
  none: 'No word is banned yet.',
  notFound: (words) => `No banned word has “${words}” in it.`,
  search: 'Search',
  buttons: { add: 'Add words', try: 'Try a sentence', how: 'What happens' },
  everyGroup: 'Every group',
  everyLanguage: 'Every language',
  ask: {
    find: { label: 'Search' },
    group: { label: 'In' },
    language: { label: 'Language of the ticket' },
    words: { label: 'Words and phrases', placeholder: 'idiot\nshut up', hint: 'One in each line.' },
    sentence: { label: 'A sentence, as somebody might send it' },
  },
  fits: (most) =>
    `Slack takes ${most} characters at once, and cuts off what is pasted beyond. Add them, and paste the next part: the window stays open. Thousands of words go into the desk file, under \`banned_words\`.`,
  add: 'Add',
  added: (added, there) =>
    [
      added === 0 ? 'Nothing new was added' : added === 1 ? 'One word is banned now' : `${added} words are banned now`,
      there === 0 ? '' : there === 1 ? 'one was on the list already' : `${there} were on the list already`,
    ]
      .filter(Boolean)
      .join('; ') + '.',
  removeWord: (word) => `Take “${word}” off the list`,
  removed: (word) => `“${word}” is not banned any more.`,
  undo: 'Ban it again',
  nothing: 'Write at least one word.',
  notYours: 'Leads say it for their own groups; for every group administrators do.',
  tooMany: (left) =>
    left <= 0
      ? 'The list is full. Take words off first.'
      : `There is room for ${left} more. Write fewer, or take words off first.`,
  empty: (lines) => `No letter and no digit stands in: ${lines}. Nothing was added; take these lines away.`,
  long: (lines, most) =>
    `Longer than ${most} characters: ${lines}. Nothing was added; one word or phrase in each line.`,
  try: 'Try',
  found: (words) => `Found: ${words}.`,
  foundNone: 'Nothing was found: it would go out as it is.',
  happens: {
    off: 'In this group nothing is looked for: it would go out as it is.',
    warn: 'In this group the agent would be warned, and could send it all the same.',
    block: 'In this group it could not be sent.',
  },
  how: { off: 'Nothing is looked for', warn: 'The agent is warned', block: 'It is not sent' },
  save: 'Save',
};
