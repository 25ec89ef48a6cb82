import type { ProcessingWords } from '../processing.ts';

const last = (days: number) => (days === 1 ? 'dell’ultimo giorno' : `degli ultimi ${days} giorni`);

export const processing: ProcessingWords = {
  ask: {
    processing: { label: 'Categoria', placeholder: 'Di che cosa si trattava?', hint: 'La vedono solo gli operatori.' },
    solution: {
      label: 'Come è stato risolto?',
      hint: 'Lo leggono solo gli operatori, qui e dove qualcuno chiede la stessa cosa.',
    },
  },
  unset: 'Nessuna categoria',
  facts: { processing: 'Categoria', solution: 'Come è stato risolto' },
  changed: { processing: 'la categoria', solution: 'come è stato risolto' },
  solved: 'Come è stato risolto, solo per gli operatori:',
  report: {
    title: (days) => `Categorie ${last(days)}`,
    none: (days) => `Nessun ticket risolto ${last(days)}, tra quelli che puoi contare.`,
    solved: (count) =>
      `${count === 1 ? '*1* ticket risolto' : `*${count}* ticket risolti`}. La categoria si sceglie con Risolvi, o più tardi con Modifica.`,
    spared: (count) =>
      `Inoltre ${count === 1 ? 'una richiesta non è stata inviata' : `${count} richieste non sono state inviate`}, perché la risposta a un’altra bastava.`,
    unsaid: 'Senza categoria',
    gone: 'non più proposta',
    line: (count, share, age) => `${count} (${share} %), la metà entro ${age}`,
    forbidden:
      'Questo resoconto è per gli operatori (i propri ticket), i responsabili (i loro gruppi) e gli amministratori.',
    usage: 'Indica per quanti giorni, da 1 a 366. Per esempio `/ticket report categories 30`.',
  },
};
