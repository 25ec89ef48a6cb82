import type { MorningWords } from '../morning.ts';
import { home } from './home.ts';

const some = (n: number, one: string, several: string) => `*${n}* ${n === 1 ? one : several}`;

export const morning: MorningWords = {
  hello: (facts) => `☀️ Good morning. For you today: ${facts}.`,
  decide: (n) => some(n, 'question for your decision', 'questions for your decision'),
  found: {
    due: (n) => `${some(n, 'ticket', 'tickets')} late or due today`,
    replied: (n) => some(n, 'reply of a requester', 'replies of requesters'),
    mine: (n) => some(n, 'ticket that is your turn', 'tickets that are your turn'),
    queue: (n) => `${some(n, 'ticket', 'tickets')} that nobody has yet`,
  },
  titles: {
    due: 'Late or due today',
    replied: 'The requester replied',
    mine: 'Your turn',
    queue: 'Nobody has them yet',
  },
  boards: { due: home.tabs.risk, replied: home.tabs.replied, mine: home.tabs.progress, queue: home.tabs.queue },
  more: (n, board) => `and ${n} more: in the Home tab, under ${board}`,
  why: 'At the start of your working day, when there is something.',
  on: '☀️ At the start of your working day you are told what waits for you, when there is something. `/ticket digest off` ends it.',
  off: 'You are not told in the morning what waits for you. It stands in the Home tab. `/ticket digest on` brings it back.',
  stop: 'Not in the morning',
  start: 'Tell me in the morning',
};
