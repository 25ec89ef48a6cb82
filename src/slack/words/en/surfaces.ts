import type { AsideWords, CardWords, ListWords, ManagerWords, ShowWords } from '../surfaces.ts';

export const card: CardWords = {
  showAll: 'Show all',
  forWhom: (requester, creator) => (creator ? `For ${requester} (raised by ${creator})` : `For ${requester}`),
  from: (channel) => `from ${channel}`,
  private: 'Private: its words are shown in no channel. Use Show to read it.',
  said: (who, at, byRequester) => `${who} ${byRequester ? 'wrote' : 'answered'} ${at}:`,
  moved: (what, group) => `${what} was forwarded to ${group}. Its card and its thread go on there.`,
  openCard: 'Open the card',
  raisedBy: (creator) => `Raised for you by ${creator}`,
  answer: 'Answer',
  yours: (id, title) => `Your request ${id}: ${title}`,
  since: (at) => `since ${at}`,
  writeHere: 'Write in this thread to add something.',
  answerHere: 'Write in this thread to answer.',
  notSolved: 'Not solved? Write in this thread and it is opened again.',
  itIsSolved: 'It is solved',
  howWasIt: 'How was it?',
  agree: 'Yes, cancel it',
  followUp: 'Something else, or not solved? Open a follow-up.',
  openFollowUp: 'Open a follow-up',
  follows: (id) => `Follow-up of ${id}`,
  followedBy: (ids) => `Goes on in ${ids}`,
  mine: 'See all my requests',
  resolved: (reason) => `Resolved: ${reason}.`,
};

export const manager: ManagerWords = {
  asks: (who, id) => `${who} asks for your decision on ${id}`,
  asked: (who, at) => `asked by ${who} ${at}`,
  why: (reason) => `Why now: ${reason}`,
  openSince: (at) => `open since ${at}`,
  due: (at, overdue) => (overdue ? `acknowledgement was due ${at}` : `please acknowledge by ${at}`),
  level: (level) => `level ${level}`,
  tried: 'What was noted so far:',
  nothingTried: 'Nothing was noted so far.',
  lastWords: (who, at) => `${who}’s last words, ${at}:`,
  request: (who) => `${who}’s request:`,
  acknowledged: (at) => `you acknowledged this ${at}`,
  answered: (at) => `Answered ${at}`,
  withdrawn: (at, who) => `Withdrawn${who ? ` by ${who}` : ''} ${at}: no decision is needed any more`,
  yourAnswer: 'Your answer:',
  over: 'No decision is needed any more',
  now: (id, state) => `${id} is now: ${state}`,
};

const people = (count: number, one: string, many: string) => `*${count}* ${count === 1 ? one : many}`;

export const lists: ListWords = {
  mine: 'My requests',
  noneMine: 'You have no open requests. If something is wrong, send one: somebody will look at it.',
  decide: 'Waiting for my decision',
  held: 'With me',
  noneHeld: 'Nothing is with you. Keep one from the queue below, or enjoy the quiet.',
  queue: (groups) => `Queue of ${groups}`,
  noneQueue: 'The queue is empty. Well done.',
  more: (count) => `and ${count} more`,
  numbers: ({ asked, yours, held, queue, agent }) =>
    [
      ...(agent ? [`*${held}* with me`, `*${queue}* in my groups`] : []),
      people(asked, 'request of mine', 'requests of mine'),
      ...(yours > 0 ? [`*${yours}* waiting for me`] : []),
    ].join(' · '),
  welcome: 'Help desk',
  newRequest: 'New request',
  refresh: 'Refresh',
};

export const show: ShowWords = {
  facts: {
    state: 'State',
    priority: 'Priority',
    kind: 'Kind',
    type: 'About',
    group: 'Group',
    assignee: 'Assignee',
    requester: 'For',
    creator: 'Raised by',
    created: 'Raised',
    channel: 'From',
  },
  content: 'Request',
  main: 'Conversation',
  internal: 'Internal: only agents read this',
  history: 'What happened',
  nothingSaid: 'Nobody has said anything yet.',
  earlier: (count) => (count === 1 ? '1 earlier one is left out here.' : `${count} earlier ones are left out here.`),
};

export const asides: AsideWords = {
  which: 'Which request is this about?',
  isItAbout: (id, title) => `Is this about *${id}* ${title}?`,
  about: (id, title) => `${id} ${title}`,
  somethingNew: 'Something new',
  noneOpen: 'Shall I make a request of this?',
  help: {
    title: 'What you can type',
    lines: [
      '`/ticket` opens a new request; `/ticket printer on fire` opens it with that title',
      '`/ticket mine` lists your requests',
      '`/ticket show T-1001` shows one of them',
    ],
    agentLines: [
      '`/ticket keep T-1001` takes a ticket; `forward`, `prepare`, `work`, `pend`, `wake`, `workaround` and `escalate` work the same way',
      '`/ticket resolve-internally T-1001` ends it without an answer; `complete`, `cancel`, `archive` and `restore` say what they do',
      '`/ticket reply T-1001 your answer` answers the requester; `resolve` answers and ends it',
      '`/ticket note T-1001 your note` is read by agents only',
      '`/ticket acknowledge T-1001`, `return` and `withdraw` are for escalations',
    ],
    footer: 'In a ticket’s thread type `?keep`, `?resolve It was the cable.` or call me with the same words.',
  },
  needsNumber: (verb) => `Which ticket? Please type its number, for example \`/ticket ${verb} T-1001\`.`,
  exists: (id) => `This message belongs to ${id} already.`,
  sent: (id, group) =>
    `*${id}* is with ${group}. Follow it in your messages from Threadesk; an answer comes there too.`,
  created: (id, requester) => `${id} is filed for ${requester}.`,
  pressToGoOn: (id) => `One more press, and you can fill in the rest for ${id}.`,
  willRead: (requester) => `${requester} is going to read:`,
  send: 'Send',
  notInternal: 'This message is in no ticket’s thread among agents, so there is no requester to send it to.',
  youWrote: 'What you wrote, so that it is not lost:',
  broken: 'Something broke on our side, and nothing was changed. Please try again in a moment.',
};
