import type { EventFacts, EventWords, RefusalWords } from '../chapters.ts';
import { ticket } from './ticket.ts';

const who = ({ who }: EventFacts) => who ?? 'L’orologio';
const because = ({ reason }: EventFacts) => (reason ? `: ${reason}` : '');
const news = (event: EventFacts) => `Ci sono novità su ${event.id}: ${event.title}`;

export const events: EventWords = {
  thread: {
    create: (e) =>
      e.to
        ? `${who(e)} ha aperto questo ticket per ${e.requester} e lo ha affidato a ${e.to}`
        : e.byRequester
          ? `${who(e)} ha aperto questo ticket`
          : `${who(e)} ha aperto questo ticket per ${e.requester}`,
    keep: (e) => `${who(e)} lo ha preso in carico`,
    forward: (e) =>
      e.to ? `${who(e)} lo ha inoltrato a ${e.to}, ${e.group}` : `${who(e)} lo ha inoltrato a ${e.group}`,
    prepare: (e) => `${who(e)} sta preparando una soluzione`,
    work: (e) => `${who(e)} ha ripreso il lavoro`,
    reply: (e) => `${who(e)} ha risposto al richiedente`,
    message: (e) => (e.byRequester ? `${who(e)} ha scritto` : `${who(e)} ha scritto nella discussione del richiedente`),
    note: (e) => `${who(e)} ha annotato`,
    pend: (e) => {
      const until = e.wakeAt ? `, fino a ${e.wakeAt}` : '';
      return `${who(e)} aspetta ${ticket.pendingKinds[e.pending ?? 'check']}: ${e.waitingFor ?? ''}${until}`;
    },
    wake: (e) => (e.who ? `${e.who} lo ha riattivato` : 'È arrivato il momento: il ticket si è riattivato'),
    resolve: (e) => `${who(e)} lo ha risolto: ${ticket.reasons[e.resolved ?? 'solved']}`,
    escalate: (e) => `${who(e)} ha chiesto una decisione a ${e.to}`,
    acknowledge: (e) => `${who(e)} ha preso visione della richiesta di decisione`,
    return: (e) => `${who(e)} ha risposto alla richiesta di decisione`,
    withdraw: (e) => `${who(e)} ha ritirato la richiesta di decisione${because(e)}`,
  },
  ping: {
    create: (e) => `${who(e)} ti ha affidato ${e.id}: ${e.title}`,
    keep: news,
    forward: (e) => `${who(e)} ti ha inoltrato ${e.id}: ${e.title}`,
    prepare: news,
    work: news,
    reply: news,
    message: (e) => `${who(e)} ha scritto su ${e.id}: ${e.title}`,
    note: (e) => `${who(e)} ha aggiunto una nota su ${e.id}: ${e.title}`,
    pend: news,
    wake: (e) =>
      e.who
        ? `${e.who} ha riattivato ${e.id}: ${e.title}`
        : `${e.id} si è riattivato e tocca di nuovo a te: ${e.title}`,
    resolve: news,
    escalate: (e) => `${who(e)} chiede una tua decisione su ${e.id}: ${e.title}`,
    acknowledge: (e) => `${who(e)} ha preso visione della tua richiesta su ${e.id}: ${e.title}`,
    return: (e) => `${who(e)} ha risposto alla tua richiesta su ${e.id}: ${e.title}`,
    withdraw: (e) => `${who(e)} ha ritirato la richiesta di decisione su ${e.id}${because(e)}`,
  },
  fromRequester: 'dal richiedente',
  internal: (requester) =>
    `Questa discussione è interna. Usa Rispondi per scrivere a ${requester ?? 'chi ha fatto la richiesta'}.`,
  more: (count) => `e altri ${count}: vedi il ticket`,
  answered: (who, to) => `${who} risponde a ${to}:`,
  asks: (who, to) => `${who} chiede a ${to}:`,
  added: (who) => `${who} ha aggiunto:`,
};

/** Nobody has to answer here, so that whatever is wrong with the answer is this. */
const noNumber = 'Questo non è il numero di un ticket. I numeri sono come T-1001.';

export const refusals: RefusalWords = {
  title: 'Ora non è possibile',
  why: {
    wrong_state: ({ doing, state }) => `Non puoi ${doing}, perché è ${state}.`,
    not_allowed: ({ doing, may }) => (may === '' ? `Non puoi ${doing}.` : `Può ${doing} solo ${may}.`),
    bad_input: ({ doing }) => `Manca qualcosa o c’è un errore: non è stato possibile ${doing}. Nulla è cambiato.`,
    no_ticket: () => 'Questo ticket non esiste, oppure non hai accesso.',
    busy: () =>
      'Più persone hanno modificato questo ticket nello stesso momento e la tua azione non è stata eseguita. Riprova.',
    already_kept: ({ id, assignee, before }) =>
      `${assignee ?? 'Qualcuno'} ha preso in carico ${id}${before ? ` ${before}` : ''}.`,
    already_yours: ({ id }) => `${id} è già tuo.`,
    same_assignee: ({ id, assignee, group }) =>
      assignee ? `${id} è già di ${assignee}.` : `${id} è già in attesa presso ${group}.`,
    target_left: () => 'Questa persona non è più nel workspace. Scegli qualcun altro.',
    target_not_agent: () =>
      'Questa persona non è un operatore di quel gruppo. Scegline una che lo sia, oppure nessuna.',
    group_has_no_channel: () => 'Questo gruppo non ha ancora un canale degli operatori: nessuno vedrebbe il ticket.',
    forward_needs_lead: ({ group }) => `In ${group} inoltra i ticket solo un responsabile o un amministratore.`,
    not_in_chain: ({ id }) => `A questa persona non si può chiedere una decisione su ${id}.`,
    escalate_to_self: () => 'Non puoi chiedere una decisione a te stesso. Scegli qualcun altro.',
    follow_up_only: ({ id, group }) => `${id} è risolto e ${group} non lo riapre. Invia una nuova richiesta.`,
    not_yours: ({ id }) => `${id} non è una tua richiesta, quindi non puoi aggiungere nulla da qui.`,
    with_management: ({ id, manager }) =>
      `${manager ?? 'La direzione'} sta decidendo su ${id}. Potrai risolverlo dopo la risposta, oppure ritirare la richiesta.`,
    already_acknowledged: ({ id }) => `Hai già preso visione della richiesta su ${id}.`,
    escalation_over: ({ id, state }) => `La domanda su ${id} è già chiusa: ora è ${state}.`,
    unknown_blocking: () => 'Non c’è un ticket con questo numero da aspettare. I numeri sono come T-1001.',
    date_past: () => 'Questo momento è già passato. Scegline uno successivo.',
  },
  mayNotName:
    'Solo gli operatori di un gruppo decidono chi al suo interno riceve una richiesta. Lascia vuoto l’operatore: qualcuno la prenderà in carico.',
  roles: {
    requester: 'il richiedente',
    creator: 'chi lo ha aperto',
    assignee: 'chi lo ha in carico',
    agent: 'un operatore del gruppo',
    lead: 'un responsabile',
    target: 'chi deve decidere',
    escalator: 'chi ha chiesto la decisione',
    consulted: 'un responsabile già interpellato',
    admin: 'un amministratore',
    anyone: 'chiunque',
    clock: 'l’orologio',
  },
  or: 'o',
  fault: {
    required: 'Compila questo campo.',
    too_long: 'È troppo lungo. Accorcialo.',
    invalid: 'Qualcosa non va. Controlla.',
  },
  faults: {
    type: { required: 'Scegli di che cosa si tratta.', invalid: 'Scegli dall’elenco di che cosa si tratta.' },
    title: { required: 'Scrivi un titolo.', too_long: 'Un titolo ha al massimo 150 caratteri.' },
    content: { required: 'Scrivi che cosa è successo.' },
    text: { required: 'Scrivi qualcosa.' },
    'pend.text': { required: 'Scrivi al richiedente che cosa ti serve.' },
    'resolve.text': { required: 'Scrivi la risposta per il richiedente.' },
    waiting_for: { required: 'Scrivi che cosa si aspetta.', too_long: 'Al massimo 150 caratteri.' },
    wake_at: { invalid: 'Questa non è una data. Scegline una.' },
    blocked_by: { required: noNumber, invalid: noNumber },
    ask: { required: 'Scrivi che cosa ti serve.' },
    reason: { required: 'Scrivi il motivo.' },
    to: { required: 'Scegli una persona.' },
    group: {
      required: 'Scegli un gruppo.',
      invalid: 'Questo gruppo non può ancora ricevere richieste. Scegline un altro.',
    },
    requester: { invalid: 'Questa persona non è più nel workspace.' },
  },
};
