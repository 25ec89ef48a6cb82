import type { AddWords } from '../asked.ts';

export const adding: AddWords = {
  title: 'Aggiungi al ticket',
  submit: 'Aggiungi',
  ask: {
    into: {
      label: 'A quale ticket?',
      placeholder: 'T-1001, o parole del titolo',
      hint: 'Lì lo possono leggere tutti gli agenti di quel ticket. Il richiedente no.',
    },
    text: { label: 'Qualcosa da aggiungere?' },
  },
  wrote: (who) => `${who} ha scritto:`,
  whichTicket: 'Scegli uno dei ticket nell’elenco.',
  added: (id) => `Il messaggio ora sta in ${id}, come nota che leggono solo gli agenti.`,
  already: (id) => `Questo messaggio era già stato aggiunto a ${id}: non è cambiato niente.`,
  onlyAgents:
    'Solo gli agenti aggiungono messaggi ai ticket. Per aggiungere qualcosa alla tua richiesta, scrivi nella sua conversazione.',
  unreadable:
    'Non riesco a leggere questo messaggio: è stato eliminato, oppure non faccio parte di questa conversazione. In un canale, prima invitami: `/invite @Threadesk`.',
};
