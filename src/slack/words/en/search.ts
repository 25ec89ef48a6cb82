import type { SearchWords } from '../search.ts';

export const search: SearchWords = {
  terms: {
    states: {
      new: ['new', 'waiting for an agent'],
      preparing: ['preparing a solution', 'preparing'],
      in_progress: ['in progress', 'processing'],
      requester_replied: ['requester replied', 'replied'],
      escalation_answered: ['escalation answered'],
      answered: ['answered', 'your turn'],
      pending: ['pending'],
      workaround: ['works for now', 'workaround'],
      escalated: ['with management', 'escalated'],
      resolved: ['resolved', 'solved'],
      completed: ['completed'],
      cancelled: ['cancelled', 'canceled'],
      spam: ['spam'],
    },
    stateGroups: {
      open: ['open', 'active', 'unsolved'],
      over: ['over', 'closed', 'done', 'ended'],
      working: ['working', 'being worked on'],
      waiting: ['waiting', 'waiting for requester'],
      my_turn: ['my turn', 'waiting for me'],
    },
    is: {
      mine: ['mine'],
      unassigned: ['unassigned', 'nobodys'],
      archived: ['archived'],
      also_archived: ['all', 'any'],
    },
    archived: { only: ['only', 'yes'], also: ['also', 'too', 'all'] },
    moods: { happy: ['happy'], unhappy: ['unhappy', 'sad'] },
    sorts: {
      updated: ['updated', 'changed'],
      created: ['newest', 'created', 'new'],
      oldest: ['oldest', 'old'],
      priority: ['priority', 'urgent'],
    },
    channels: {
      slash: ['slash', '/ticket', 'command'],
      shortcut: ['shortcut'],
      message: ['message'],
      emoji: ['emoji'],
      home: ['home'],
      dm: ['dm', 'direct message'],
      channel: ['channel'],
      email: ['email', 'mail'],
      api: ['api'],
      agent: ['agent'],
      outward: ['outward', 'desk'],
    },
    languages: { en: ['english', 'en'], it: ['italian', 'it'] },
  },
  title: 'Search tickets',
  submit: 'Search',
  parts: { what: 'What', who: 'Who', when: 'When', customer: 'The customer', list: 'The list' },
  ask: {
    text: {
      label: 'Words',
      placeholder: 'vpn "second floor"',
      hint: 'In titles, requests and conversations. In quotes: exactly so.',
    },
    title: { label: 'Title' },
    numbers: { label: 'Ticket number', placeholder: 'T-1042, 1043' },
    states: {
      label: 'Status',
      placeholder: 'Open ones',
      hint: 'Nothing chosen: open ones, or all where you look for words or archived ones.',
    },
    groups: { label: 'Group', placeholder: 'Any' },
    agents: { label: 'Agent', placeholder: 'Anybody' },
    priorities: { label: 'Priority', placeholder: 'Any' },
    created_from: { label: 'Raised from' },
    created_until: { label: 'Raised until', hint: 'That day is still part of it.' },
    updated_from: { label: 'Changed from' },
    updated_until: { label: 'Changed until' },
    types: { label: 'Type of request', placeholder: 'Any' },
    processing: { label: 'Category', hint: 'Several with commas.' },
    channels: { label: 'Channel it came by', placeholder: 'Any' },
    languages: { label: 'Language', placeholder: 'Any' },
    customer: { label: 'Customer number', placeholder: '104233' },
    name: { label: 'Name', hint: 'A part of the requester’s name.' },
    users: { label: 'Requester', placeholder: 'Anybody' },
    creators: { label: 'Raised by', placeholder: 'Anybody', hint: 'Who filed it, for himself or for others.' },
    followers: { label: 'Watched by', placeholder: 'Anybody' },
    email: { label: 'E-mail' },
    phone: { label: 'Phone' },
    tags: { label: 'Tags', placeholder: 'vpn, printer', hint: 'Several with commas: one of them is enough.' },
    moods: { label: 'Mood' },
    archived: { label: 'Archive' },
    sort: { label: 'Order' },
  },
  yours: 'Among what you asked for, filed or follow.',
  yourTitle: 'Search your requests',
  nobody: 'Nobody yet',
  removed: (name) => `${name} (removed)`,
  me: 'me',
  stateGroups: { open: 'All open ones', over: 'All that are over' },
  yourStates: {
    new: 'Waiting for an agent',
    working: 'Being worked on',
    my_turn: 'Your turn',
    escalated: 'With management',
    resolved: 'Resolved',
    completed: 'Completed',
    cancelled: 'Cancelled',
  },
  moods: { happy: 'Happy: 4 or 5 stars', unhappy: 'Unhappy: 1 or 2 stars' },
  archived: { no: 'Without what was archived', also: 'Archived ones too', only: 'Archived ones only' },
  sorts: {
    updated: 'Changed last first',
    created: 'Newest first',
    oldest: 'Oldest first',
    priority: 'Most urgent first',
  },
  languages: { en: 'English', it: 'Italian' },
  problems: {
    unknown_condition: ({ typed, near }) =>
      near
        ? `I do not know \`${typed}:\`. Did you mean \`${near}\`? For now it stands among the words.`
        : `I do not know \`${typed}:\`, so it stands among the words.`,
    unknown_value: ({ condition, typed, near, known }) =>
      near
        ? `There is no “${typed}” for \`${condition}\`. Did you mean \`${condition}${near}\`?`
        : known
          ? `There is no “${typed}” for \`${condition}\`. There are ${known}.`
          : `There is no “${typed}” for \`${condition}\`: please choose below.`,
    unknown_person: ({ condition, typed, near }) =>
      near
        ? `I know nobody called “${typed}” for \`${condition}\`. Did you mean ${near}?`
        : `I know nobody called “${typed}” for \`${condition}\`: please choose below, or type @ and the name.`,
    several_people: ({ condition, typed, people }) =>
      `“${typed}” could be ${people}: please choose for \`${condition}\` below.`,
    bad_day: ({ condition, typed }) =>
      `“${typed}” is no day for \`${condition}\`. Write it like 2026-10-01, yesterday, 7d or "last week".`,
    bad_number: ({ typed }) => `“${typed}” is no ticket number. Numbers look like T-1042, at most 2147483647.`,
    empty: ({ condition }) => `Nothing stands behind \`${condition}\`.`,
    twice: ({ condition, typed }) => `\`${condition}\` can be said only once: “${typed}” was left out.`,
    not: ({ condition }) =>
      `Leaving something out with \`-${condition}\` is not possible: please choose what you want instead.`,
    too_long: ({ condition }) => `The words for \`${condition}\` are too long: at most 500 characters.`,
    too_many: ({ condition }) => `Too many values for \`${condition}\`: the first 100 count.`,
    no_days: () => 'The days that you typed end before they begin, so nothing could be found.',
  },
  daysEnd: 'The last day is before the first one.',
  understood: 'Not all of it was understood, so nothing was looked for yet. The rest stands below.',
  youCan: (conditions) => `You can type: ${conditions}`,
  found: (count, over) =>
    over
      ? `*more than ${count.toLocaleString('en')}* ${count === 1 ? 'ticket' : 'tickets'}`
      : count === 1
        ? '*1* ticket'
        : `*${count}* tickets`,
  none: 'Nothing was found.',
  openOnly: 'Open ones only',
  loosen: {
    intro: 'What may help:',
    closed: 'look among those that are over, too',
    archived: 'look among what was archived, too',
    words: 'use fewer words, or only the beginning of one',
    number: (ticket) => `look for ${ticket}, if it is the number of a ticket`,
    signs: 'look for words: signs and emoji alone are not searched',
    fewer: (conditions) => `leave one condition out: ${conditions}`,
    yours: 'only what you may read is looked through',
  },
  buttons: {
    change: 'Change',
    save: 'Save as view',
    file: 'As a file (CSV)',
    batch: 'Batch',
    next: 'Next',
    previous: 'Previous',
    closed: 'Closed ones too',
    archived: 'Archived ones too',
    search: 'Search',
  },
  typed: (query) => `The same, typed: \`/ticket search ${query}\``,
  range: (from, to) => `${from} to ${to}`,
  moved: (by, unit) => {
    const count = `${Math.abs(by)} ${unit}${Math.abs(by) === 1 ? '' : 's'}`;
    return by < 0 ? `${count} back` : `in ${count}`;
  },
  before: (day) => `before ${day}`,
  tooSlow:
    'This search takes too long, so it was stopped. Please add a condition, for example a group or days, and try again.',
  tooMuch: 'This search has more conditions than can be kept. Please take some out.',
  stale: 'This list is of an older kind. Please search again.',
  file: {
    comes: 'The list is in your messages from Threadesk, as a file for a spreadsheet.',
    failed: 'The file could not be sent this time. Please ask for it again.',
    comment: (count, whole) =>
      `${count} ${count === 1 ? 'ticket' : 'tickets'} of your search${whole ? '' : ': the first ones, there are more'}.`,
    columns: [
      'ticket',
      'title',
      'status',
      'priority',
      'group',
      'agent',
      'requester',
      'raised by',
      'type',
      'channel',
      'language',
      'raised',
      'changed',
      'stars',
    ],
  },
};
