import type { PeopleWords } from '../people.ts';
import type { EventFacts } from '../told.ts';
import { ticket } from './ticket.ts';

const reasonOf = (reason: keyof typeof ticket.reasons | null) => (reason ? `: ${ticket.reasons[reason]}` : '');

const who = (e: EventFacts) => e.who ?? 'L’assistenza';
const title = (e: EventFacts) => `${e.id}: ${e.title}`;
/** What is not here is an answer. */
const told: Partial<Record<EventFacts['verb'], (event: EventFacts) => string>> = {
  pend: (e) => `${who(e)} ha chiesto a ${e.requester} su ${title(e)}`,
  workaround: (e) => `Per ora c’è un modo per aggirarlo. ${title(e)}`,
  resolve: (e) => `Risolto${reasonOf(e.resolved)}. ${title(e)}`,
  resolve_internally: (e) => `Risolto${reasonOf(e.resolved)}. ${title(e)}`,
  expire: (e) => `Risolto${reasonOf(e.resolved)}. ${title(e)}`,
  close: (e) => `Confermato come risolto da ${e.requester}. ${title(e)}`,
  cancel: (e) => `Annullato: non faremo altro. ${title(e)}`,
  agree: (e) => `Annullato: non faremo altro. ${title(e)}`,
  merge: (e) => `Continua in ${e.other ?? 'un altro ticket'}. ${title(e)}`,
};

export const followers: PeopleWords = {
  followedBy: (names) => `👁️ Lo segue: ${names}`,
  readAlso: (names) => `👁️ Può leggere anche: ${names}`,
  followed: (e) => told[e.verb]?.(e) ?? `${who(e)} ha risposto a ${e.requester} su ${title(e)}`,
  copied: (by, news) => `${by} ti avvisa: ${news}`,
  waitsFor: (requester) => `In attesa di ${requester}`,
  kept: (count) => `🌙 Durante il silenzio: ${count === 1 ? 'una cosa' : `${count} cose`} per te.`,
  quiet: {
    now: (quiet) => {
      if (!quiet)
        return 'Vieni avvisato subito di tutto. `/ticket quiet 18:00-08:00 weekends` tiene tutto per la mattina.';
      const hours = quiet.from === quiet.to ? '' : ` dalle ${quiet.from} alle ${quiet.to}`;
      const days = quiet.weekends ? `${hours ? ' e' : ''} nei fine settimana` : '';
      return `🌙 Non vieni avvisato${hours}${days}, tranne per ciò che è urgente; il resto arriva insieme, dopo. \`/ticket quiet off\` lo toglie.`;
    },
    usage:
      'Scrivi le ore così: `/ticket quiet 18:00-08:00`, anche con `weekends` in fondo. `/ticket quiet off` lo toglie.',
  },
  notMentioned: (names, id) =>
    `${names} non può leggere ciò che gli operatori dicono su ${id} e non ha ricevuto nulla di questa nota.`,
  followedList: 'Seguiti da me',
  whom: (typed) =>
    `Qui non c’è nessuno che si chiami ${typed}, o più di una persona. Scegli la persona dall’elenco che si apre dopo la @.`,
};
