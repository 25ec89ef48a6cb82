import type { BanningWords } from '../banning.ts';

export const banning: BanningWords = {
  title: 'Parole vietate',
  titles: { add: 'Vieta parole', try: 'Prova una frase', how: 'Che cosa succede' },
  onlyLeads:
    'Quali parole non si mandano ai richiedenti lo dicono gli amministratori e i responsabili di un gruppo. Chiedi a uno di loro.',
  intro: (count) =>
    `${count === 1 ? 'Una parola o espressione' : `${count} parole ed espressioni`}. Si cercano come parole intere; maiuscole e accenti non contano.`,
  none: 'Nessuna parola è ancora vietata.',
  notFound: (words) => `Nessuna parola vietata contiene «${words}».`,
  search: 'Cerca',
  buttons: { add: 'Aggiungi parole', try: 'Prova una frase', how: 'Che cosa succede' },
  everyGroup: 'Tutti i gruppi',
  everyLanguage: 'Tutte le lingue',
  ask: {
    find: { label: 'Cerca' },
    group: { label: 'In' },
    language: { label: 'Lingua del ticket' },
    words: { label: 'Parole ed espressioni', placeholder: 'idiota\nstai zitto', hint: 'Una per riga.' },
    sentence: { label: 'Una frase, come qualcuno potrebbe inviarla' },
  },
  fits: (most) =>
    `Slack accetta ${most} caratteri alla volta e taglia ciò che si incolla in più. Aggiungi e incolla la parte seguente: la finestra resta aperta. Migliaia di parole vanno nel file del desk, sotto \`banned_words\`.`,
  add: 'Aggiungi',
  added: (added, there) =>
    [
      added === 0
        ? 'Non c’era niente di nuovo'
        : added === 1
          ? 'Una parola adesso è vietata'
          : `${added} parole adesso sono vietate`,
      there === 0 ? '' : there === 1 ? 'una era già nell’elenco' : `${there} erano già nell’elenco`,
    ]
      .filter(Boolean)
      .join('; ') + '.',
  removeWord: (word) => `Togli «${word}» dall’elenco`,
  removed: (word) => `«${word}» non è più vietata.`,
  undo: 'Vieta di nuovo',
  nothing: 'Scrivi almeno una parola.',
  notYours: 'I responsabili lo dicono per i loro gruppi; per tutti i gruppi lo dicono gli amministratori.',
  tooMany: (left) =>
    left <= 0
      ? 'L’elenco è pieno. Togli prima qualche parola.'
      : `C’è ancora posto per ${left}. Scrivine meno, oppure togli prima qualche parola.`,
  empty: (lines) => `Non c’è né una lettera né una cifra in: ${lines}. Non è stato aggiunto nulla: togli queste righe.`,
  long: (lines, most) =>
    `Più di ${most} caratteri: ${lines}. Non è stato aggiunto nulla: una parola o espressione per riga.`,
  try: 'Prova',
  found: (words) => `Trovato: ${words}.`,
  foundNone: 'Non è stato trovato nulla: partirebbe così com’è.',
  happens: {
    off: 'In questo gruppo non si cerca nulla: partirebbe così com’è.',
    warn: 'In questo gruppo l’operatore sarebbe avvisato e potrebbe inviare lo stesso.',
    block: 'In questo gruppo non si potrebbe inviare.',
  },
  how: { off: 'Non si cerca nulla', warn: 'L’operatore è avvisato', block: 'Non si può inviare' },
  save: 'Salva',
};
