import type { SuperiorWords } from '../asked.ts';

export const superior: SuperiorWords = {
  title: 'Superiore',
  submit: 'Salva',
  whose: (person) => `A chi vanno le richieste di decisione di ${person}?`,
  ask: {
    manager: {
      label: 'Superiore',
      placeholder: 'Nessuno',
      hint: 'Le richieste di decisione salgono di superiore in superiore. Vuoto: nessuno.',
    },
    until: { label: 'Assente fino a', hint: 'Fino ad allora si chiede a chi viene dopo. Vuoto: non è assente.' },
  },
  saved: (person, manager, until) =>
    [
      manager ? `Le richieste di decisione vanno da ${person} a ${manager}.` : `${person} ora non ha un superiore.`,
      ...(until ? [`${person} è assente fino a ${until}: fino ad allora si chiede a chi viene dopo.`] : []),
    ].join(' '),
  whom: 'Il superiore di chi? Indica la persona, per esempio `/ticket manager @ana`.',
  notAllowed: (person) =>
    `Chi è il superiore di ${person} lo dicono solo i responsabili di un suo gruppo e gli amministratori.`,
  self: 'Nessuno è il proprio superiore. Scegli un’altra persona, o nessuna.',
  circle: (person, manager) =>
    `${manager} dipende già da ${person}, direttamente o no: le richieste girerebbero in tondo.`,
  noManager: (manager) => `${manager} non c’è più o è un’app, e non può decidere. Scegli un’altra persona.`,
  past: 'Questo momento è passato. Scegline uno futuro, o lascia vuoto.',
};
