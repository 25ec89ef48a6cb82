import type { WindowWords } from '../window.ts';

export const window: WindowWords = {
  customer: {
    facts: {
      title: 'Qualifica',
      email: 'E-mail',
      phone: 'Telefono',
      here: 'Ora locale',
      language: 'Lingua',
      manager: 'Responsabile',
      mood: 'Umore',
    },
    noManager: 'non noto',
    guest: 'ospite',
    left: 'non c’è più',
    mood: (average, count, last, id) =>
      `${average.replace('.', ',')} su 5 in ${count === 1 ? 'una valutazione' : `${count} valutazioni`}, l’ultima ${last} per ${id}`,
    open: (count) =>
      count === 0
        ? 'Nessun altro ticket aperto'
        : count === 1
          ? 'Un altro ticket aperto'
          : `Altri ${count} ticket aperti`,
    answers: 'Le ultime risposte',
    noAnswers: 'Ancora nulla che tu possa leggere.',
  },
  escalations: {
    chain: (group) => `Chi decide in ${group}`,
    nobody: 'Non si può chiedere a nessuno.',
    isAsked: 'domanda in attesa di risposta',
    wasAsked: (at) => `domanda inviata ${at}`,
    none: 'Non è mai stata chiesta una decisione.',
    teams: 'Team interpellati',
    next: {
      first: (who) =>
        who ? `➡️ Chi chiede una decisione si rivolge prima a ${who}.` : '➡️ Si può chiedere solo a un altro team.',
      team: (group, id) => `➡️ Aspetta ${group}, in ${id}.`,
      ended: (who) => `➡️ Sopra ${who} non c’è nessuno: i responsabili del gruppo sono stati avvisati.`,
      seen: (who, at) => `➡️ ${who} l’ha vista.${at ? ` Se non dice nulla, la domanda viene ripetuta: ${at}.` : ''}`,
      again: (who, at) => `➡️ Se ${who} non la vede prima, la domanda viene ripetuta: ${at}.`,
      higher: (who, at, next) =>
        `➡️ Se ${who} non la vede entro ${at}, ${next ? `si chiede a ${next}` : 'vengono avvisati i responsabili del gruppo'}.`,
    },
  },
  facts: {
    language: 'Lingua',
    private: 'Privato',
    answered: 'Prima risposta',
    solved: 'Risolto',
    reopened: 'Riaperto',
    rated: 'Valutazione',
    masked: 'Mascherato',
  },
  yes: 'sì',
};
