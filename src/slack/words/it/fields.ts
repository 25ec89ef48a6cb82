import type { FormChapter } from '../asked.ts';
import type { FieldWords } from '../fields.ts';
import type { EventFacts } from '../told.ts';
import { processing } from './processing.ts';
import { ticket } from './ticket.ts';

/** What of a ticket was edited, in words that follow the verb. */
export const changes = (
  { edited: { title, priority, kind, answers, documents } }: EventFacts,
  [a, b, c]: [string, string, string],
) =>
  [
    ...(title ? [`${a} ${title}`] : []),
    ...(priority ? [`${b} ${ticket.priorities[priority].toLowerCase()}`] : []),
    ...(kind ? [`${c} ${ticket.kinds[kind].toLowerCase()}`] : []),
    ...(answers ? [`la risposta a ${answers}`] : []),
    ...documents.map((one) => processing.changed[one]),
  ].join(', ');

export const fields: FieldWords = {
  more: (count) => (count === 1 ? 'Ancora 1 risposta' : `Ancora ${count} risposte`),
  agentsOnly: 'Queste risposte le vedono solo gli agenti.',
  kept: (label, answer) =>
    `${label}: *${answer}* resta. Non è più adatta alla domanda com’è posta adesso; quello che scrivi qui ne prende il posto.`,
  nothingYours: 'Qui non c’è niente che tu possa cambiare da solo. Scrivi agli agenti che cosa è diverso.',
  keptFiles: (label, names) => `${label}: ${names} resta, se non scegli altri file.`,
  missing: 'Da annotare prima di risolvere il ticket.',
  missingMaybe:
    'Da annotare, tranne quando non si è risolto nulla: un duplicato, una prova, una richiesta impropria, spam o nessuna risposta ricevuta.',
  changed: 'cambiato (dato personale)',
  uncover: 'Mostra le risposte personali',
  cover: 'Nascondi le risposte personali',
  wrong: {
    number: 'Questo non è un numero. Scrivilo in cifre, per esempio 12 o 12.5.',
    customer:
      'Questo non è un numero cliente. Contiene cifre e ha al massimo 40 caratteri, per esempio 104233 o K-2291.',
    email: 'Questo non è un indirizzo e-mail. Somiglia a nome@esempio.it.',
    phone: 'Questo non è un numero di telefono. Scrivilo così: +39 02 1234567.',
    url: 'Questo non è un link. I link cominciano con https:// o http://.',
    date: 'Questa non è una data. Scegline una.',
    user: 'Scegli una persona di questo workspace.',
    file: 'Qui un file di questo tipo non va bene. Scegline un altro.',
    choice: "Scegli dall'elenco.",
    several: "Scegli dall'elenco.",
  },
};

export const answering: Pick<FormChapter['of'], 'change_answers'> = {
  change_answers: { title: (id) => `Risposte di ${id}`, submit: 'Salva', ask: {} },
};
