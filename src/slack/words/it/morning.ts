import type { MorningWords } from '../morning.ts';
import { home } from './home.ts';

const some = (n: number, one: string, several: string) => `*${n}* ${n === 1 ? one : several}`;

export const morning: MorningWords = {
  hello: (facts) => `☀️ Buongiorno. Per te oggi: ${facts}.`,
  decide: (n) => some(n, 'domanda che aspetta una tua decisione', 'domande che aspettano una tua decisione'),
  found: {
    due: (n) => `${some(n, 'ticket', 'ticket')} in ritardo o in scadenza oggi`,
    replied: (n) => some(n, 'risposta di un richiedente', 'risposte di richiedenti'),
    mine: (n) => some(n, 'ticket su cui tocca a te', 'ticket su cui tocca a te'),
    queue: (n) => `${some(n, 'ticket', 'ticket')} ancora di nessuno`,
  },
  titles: {
    due: 'In ritardo o in scadenza oggi',
    replied: 'Il richiedente ha scritto',
    mine: 'Tocca a te',
    queue: 'Ancora di nessuno',
  },
  boards: { due: home.tabs.risk, replied: home.tabs.replied, mine: home.tabs.progress, queue: home.tabs.queue },
  more: (n, board) => (n === 1 ? `e un altro: nella Home, sotto ${board}` : `e altri ${n}: nella Home, sotto ${board}`),
  why: 'All’inizio della tua giornata di lavoro, quando c’è qualcosa.',
  on: '☀️ All’inizio della tua giornata di lavoro ti viene detto che cosa ti aspetta, quando c’è qualcosa. `/ticket digest off` lo toglie.',
  off: 'La mattina non ti viene detto che cosa ti aspetta. Lo trovi nella Home. `/ticket digest on` lo rimette.',
  stop: 'Non la mattina',
  start: 'Dimmelo la mattina',
};
