import type { EventFacts } from '../told.ts';
import type { SendingEvents, SendingWords } from '../sending.ts';

const why: SendingWords['why'] = {
  left: 'la persona se n’è andata o non riceve messaggi',
  closed: 'in quella conversazione non possiamo più scrivere',
  content: 'Slack non lo accetta così com’è scritto',
  other: 'Slack non lo accetta',
};

const answers = { reply: 'La risposta', resolve: 'La soluzione', pend: 'La risposta' };

export const sending: SendingWords = {
  why,
  retry: 'Riprova',
  again: 'inviata di nuovo',
  undelivered: (requester, reason) =>
    `⚠️ Una risposta non è arrivata ${requester ? `a ${requester}` : 'al richiedente'}: ${why[reason]}.`,
  queued: (count, requester) => {
    const to = requester ? `a ${requester}` : 'al richiedente';
    return count === 1
      ? `⏳ L’ultima risposta non è ancora arrivata ${to}: in questo momento Slack non l’accetta. Si riprova da sé.`
      : `⏳ ${count} risposte non sono ancora arrivate ${to}: in questo momento Slack non le accetta. Si riprova da sé.`;
  },
  cc: 'Avvisa anche',
  ccHint: (names) =>
    `Leggono questa risposta nei messaggi e da ora seguono il ticket.${names === '' ? '' : ` Avvisati comunque: ${names}.`}`,
  when: { label: 'Quando', hint: 'Se lasci vuoto, parte subito. Fino a 90 giorni, nella tua ora.' },
  waits: (who, verb, at) => `📅 ${answers[verb]} di ${who} parte ${at}.`,
  held: (who, verb, at, requester) =>
    `✋ ${answers[verb]} di ${who} prevista per ${at} è ferma: ${requester ?? 'il richiedente'} ha scritto nel frattempo. La mandiamo ancora?`,
  over: (who, verb, at, state) =>
    `📅 ${answers[verb]} di ${who} prevista per ${at} non può partire: il ticket ora è ${state}. A quell’ora il testo torna a chi l’ha scritto.`,
  besides: (acts) => `Insieme: ${acts}`,
  stopped: (who, verb, at, act, why) =>
    `✋ ${answers[verb]} di ${who} prevista per ${at} non è partita, perché insieme va fatto “${act}” e non è possibile. ${why} Inviala di nuovo, o cambia ciò che va insieme.`,
  withheld: (act, why) =>
    `Non è partito nulla, perché insieme va fatto “${act}” e non è possibile. ${why} Scegli «Modifica» per toglierlo, o cambia prima quello.`,
  lost: (acts) => `⚠️ Il suo modello non lo fa più, quindi parte senza: ${acts}`,
  files: (count) => (count === 1 ? '📎 1 file parte insieme' : `📎 ${count} file partono insieme`),
  kept: { label: 'File che partono già', hint: 'Quelli che togli qui restano dove sono e non vengono inviati.' },
  now: 'Invia ora',
  pressed: (who) => `inviata da ${who} prima del tempo`,
  change: 'Modifica',
  cancel: 'Annulla',
  scheduled: (at) =>
    `📅 La tua risposta parte ${at}. Fino ad allora puoi inviarla, modificarla o annullarla dalla scheda del ticket.`,
  marks: {
    sent: '✓ inviata',
    queued: '⏳ in attesa d’invio',
    failed: (reason) => `⚠️ non consegnata: ${why[reason]}`,
  },
};

const news = (e: EventFacts) => `Ci sono novità su ${e.id}: ${e.title}`;
const because = ({ unsent }: EventFacts): string => {
  if (unsent?.why === 'wrong_state') return `: ora il ticket è ${unsent.state}`;
  if (unsent?.why === 'not_allowed') return ': chi l’ha scritta qui non può più rispondere';
  if (unsent?.why === 'banned_words' || unsent?.why === 'unwise_words')
    return ': contiene parole che non si mandano ai richiedenti';
  return ': qualcosa di ciò che chiede non è più possibile';
};

export const sendingThread: SendingEvents = {
  undelivered: (e) => `⚠️ Una risposta non è arrivata a ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: (e) => `${e.who ?? 'L’orologio'} ha inviato di nuovo la risposta`,
  schedule: (e) => `${e.who ?? 'L’orologio'} ha scritto una risposta che parte ${e.wakeAt ?? 'più tardi'}`,
  unschedule: (e) => `${e.who ?? 'L’orologio'} ha annullato la risposta che doveva partire`,
  send_back: (e) =>
    e.unsent?.waits
      ? `✋ La risposta di ${e.to ?? 'qualcuno'} non è partita alla sua ora e attende: ciò che va fatto insieme non è possibile`
      : `⚠️ La risposta di ${e.to ?? 'qualcuno'} non è partita alla sua ora${because(e)}`,
};

export const sendingPing: SendingEvents = {
  undelivered: (e) => `⚠️ Su ${e.id} una risposta non è arrivata a ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: news,
  schedule: news,
  unschedule: news,
  send_back: (e) =>
    e.unsent?.waits
      ? `✋ Su ${e.id} la tua risposta non è partita alla sua ora e attende te: ${e.title}`
      : `⚠️ Su ${e.id} la tua risposta non è partita alla sua ora${because(e)}. Ecco le tue parole:`,
};
