import type { SendingEvents, SendingWords } from '../sending.ts';

const why: SendingWords['why'] = {
  left: 'la persona se n’è andata o non riceve messaggi',
  closed: 'in quella conversazione non possiamo più scrivere',
  content: 'Slack non lo accetta così com’è scritto',
  other: 'Slack non lo accetta',
};

export const sending: SendingWords = {
  why,
  retry: 'Riprova',
  undelivered: (requester, reason) =>
    `⚠️ Una risposta non è arrivata ${requester ? `a ${requester}` : 'al richiedente'}: ${why[reason]}.`,
  queued: (count, requester) => {
    const to = requester ? `a ${requester}` : 'al richiedente';
    return count === 1
      ? `⏳ L’ultima risposta non è ancora arrivata ${to}: in questo momento Slack non l’accetta. Si riprova da sé.`
      : `⏳ ${count} risposte non sono ancora arrivate ${to}: in questo momento Slack non le accetta. Si riprova da sé.`;
  },
  marks: {
    sent: '✓ inviata',
    queued: '⏳ in attesa d’invio',
    failed: (reason) => `⚠️ non consegnata: ${why[reason]}`,
  },
};

export const sendingThread: SendingEvents = {
  undelivered: (e) => `⚠️ Una risposta non è arrivata a ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: (e) => `${e.who ?? 'L’orologio'} ha inviato di nuovo la risposta`,
};

export const sendingPing: SendingEvents = {
  undelivered: (e) => `⚠️ Su ${e.id} una risposta non è arrivata a ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: (e) => `Ci sono novità su ${e.id}: ${e.title}`,
};
