import type { ContactWords } from '../asked.ts';

export const contact: ContactWords = {
  title: 'Scrivi a qualcuno',
  submit: 'Invia',
  ask: {
    requester: {
      label: 'A chi?',
      placeholder: 'Scegli',
      hint: 'Riceve una scheda e il tuo messaggio, e può rispondere lì.',
    },
    title: {
      label: 'Di che cosa si tratta?',
      placeholder: 'Il tuo nuovo portatile',
      hint: 'Lo legge anche chi riceve.',
    },
    text: { label: 'Il tuo messaggio' },
    group: { label: 'A nome di quale gruppo?' },
  },
  sent: (id, person) =>
    `*${id}* è aperto e ${person} leggerà il messaggio tra un momento. La risposta arriva sotto la scheda.`,
  self: 'Sei tu. Per una richiesta tua, premi Nuova richiesta.',
  notAgent: 'Solo gli operatori scrivono per primi. Se ti serve qualcosa, invia una richiesta.',
};
