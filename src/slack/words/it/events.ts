import type { EventFacts, EventWords, RefusalWords } from '../chapters.ts';
import { ticket } from './ticket.ts';

const who = ({ who }: EventFacts) => who ?? 'L’orologio';
const because = ({ reason }: EventFacts) => (reason ? `: ${reason}` : '');
const ended = ({ resolved, duplicateOf }: EventFacts) =>
  `${ticket.reasons[resolved ?? 'other']}${duplicateOf ? ` (${duplicateOf})` : ''}`;
const changes = ({ edited: { title, priority, kind } }: EventFacts, [a, b, c]: [string, string, string]) =>
  [
    ...(title ? [`${a} ${title}`] : []),
    ...(priority ? [`${b} ${ticket.priorities[priority].toLowerCase()}`] : []),
    ...(kind ? [`${c} ${ticket.kinds[kind].toLowerCase()}`] : []),
  ].join(', ');
const promise = ({ clock }: EventFacts) => `la ${ticket.clocks[clock ?? 'resolution'].toLowerCase()}`;
const news = (event: EventFacts) => `Ci sono novità su ${event.id}: ${event.title}`;

/** For whoever raised it for somebody else. */
const over = (e: EventFacts) =>
  `${e.id} è risolto${e.resolved ? `: ${ticket.reasons[e.resolved].toLowerCase()}` : ''}. Lo avevi inserito per ${e.requester}: ${e.title}`;

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
    edit: (e) => `${who(e)} ha cambiato ${changes(e, ['il titolo in', 'la priorità in', 'il tipo in'])}`,
    tell_requester: (e) => `${who(e)} ha fatto avvisare ${e.requester}`,
    change_owner: (e) => `${who(e)} ha dato la richiesta a ${e.to ?? 'qualcun altro'}`,
    note: (e) => `${who(e)} ha annotato`,
    pend: (e) => {
      const until = e.wakeAt ? `, fino a ${e.wakeAt}` : '';
      return `${who(e)} aspetta ${ticket.pendingKinds[e.pending ?? 'check']}${e.waitingFor ? `: ${e.waitingFor}` : ''}${until}`;
    },
    wake: (e) => (e.who ? `${e.who} lo ha riattivato` : 'È arrivato il momento: il ticket si è riattivato'),
    remind: (e) =>
      `${e.who ? `${e.who} ha sollecitato` : 'Ancora nessuna risposta: l’orologio ha sollecitato'} ${e.requester}`,
    expire: () => 'Non è arrivata risposta: risolto',
    original_done: (e) => `Il ticket di cui questo è il duplicato è risolto: ${e.requester} lo sa`,
    resolve: (e) => `${who(e)} lo ha risolto: ${ticket.reasons[e.resolved ?? 'solved']}`,
    escalate: (e) => `${who(e)} ha chiesto una decisione a ${e.to}`,
    acknowledge: (e) => `${who(e)} ha preso visione della richiesta di decisione`,
    return: (e) => `${who(e)} ha risposto alla richiesta di decisione`,
    withdraw: (e) => `${who(e)} ha ritirato la richiesta di decisione${because(e)}`,
    resolve_internally: (e) =>
      e.spam ? `${who(e)} lo ha segnato come spam` : `${who(e)} lo ha chiuso senza risposta: ${ended(e)}`,
    workaround: (e) => `${who(e)} ha dato una soluzione provvisoria${e.issue ? `; la causa: ${e.issue}` : ''}`,
    complete: (e) => (e.who ? `${e.who} lo ha completato` : 'Completato: sono passate due settimane'),
    close: (e) => `${who(e)} lo ha chiuso`,
    not_solved: (e) => `${who(e)} dice che non è risolto`,
    same_problem: (e) =>
      e.who
        ? `${e.who} dice che è lo stesso problema: di nuovo aperto`
        : 'Nessuno ha detto altro: lo stesso problema, di nuovo aperto',
    other_problem: (e) => `${who(e)} dice che è qualcosa di nuovo: questo resta risolto`,
    rate: (e) => `${who(e)} ha dato un voto: ${e.score ?? 0} su 5`,
    ask_cancel: (e) => `${who(e)} ha chiesto a ${e.requester} se ci si può fermare qui`,
    cancel: (e) => `${who(e)} lo ha annullato${e.agreement ? `; d’accordo così: ${e.agreement}` : ''}`,
    agree: (e) => `${who(e)} è d’accordo: ci si ferma qui`,
    restore: (e) => `${who(e)} lo ha ripristinato`,
    delete: (e) => `${who(e)} lo ha eliminato`,
    archive: (e) => `${who(e)} lo ha archiviato`,
    unarchive: (e) => `${who(e)} lo ha tolto dall’archivio`,
    undo: (e) => `${who(e)} ha annullato l’ultima azione`,
    warn: (e) => `Manca poco: ${promise(e)}${e.due ? ` entro ${e.due}` : ''}`,
    breach: (e) => `In ritardo: ${promise(e)}${e.due ? `, attesa entro ${e.due}` : ''}`,
  },
  ping: {
    create: (e) => `${who(e)} ti ha affidato ${e.id}: ${e.title}`,
    keep: news,
    forward: (e) => `${who(e)} ti ha inoltrato ${e.id}: ${e.title}`,
    prepare: news,
    work: news,
    reply: news,
    message: (e) => `${who(e)} ha scritto su ${e.id}: ${e.title}`,
    edit: news,
    tell_requester: news,
    change_owner: news,
    note: (e) => `${who(e)} ha aggiunto una nota su ${e.id}: ${e.title}`,
    pend: news,
    wake: (e) =>
      e.who
        ? `${e.who} ha riattivato ${e.id}: ${e.title}`
        : `${e.id} si è riattivato e tocca di nuovo a te: ${e.title}`,
    remind: news,
    expire: over,
    original_done: news,
    resolve: over,
    escalate: (e) => `${who(e)} chiede una tua decisione su ${e.id}: ${e.title}`,
    acknowledge: (e) => `${who(e)} ha preso visione della tua richiesta su ${e.id}: ${e.title}`,
    return: (e) => `${who(e)} ha risposto alla tua richiesta su ${e.id}: ${e.title}`,
    withdraw: (e) => `${who(e)} ha ritirato la richiesta di decisione su ${e.id}${because(e)}`,
    resolve_internally: over,
    workaround: news,
    complete: news,
    close: over,
    not_solved: (e) => `${who(e)} dice che ${e.id} non è risolto: ${e.title}`,
    same_problem: (e) => `${e.id} è di nuovo aperto: ${e.title}`,
    other_problem: news,
    rate: (e) => `${who(e)} ha dato ${e.score ?? 0} su 5 a ${e.id}: ${e.title}`,
    ask_cancel: news,
    cancel: news,
    agree: news,
    restore: news,
    delete: news,
    archive: news,
    unarchive: news,
    undo: news,
    warn: (e) => `Manca poco per ${e.id}, ${promise(e)}${e.due ? ` entro ${e.due}` : ''}: ${e.title}`,
    breach: (e) => `${e.id} è in ritardo, ${promise(e)}${e.due ? ` era attesa entro ${e.due}` : ''}: ${e.title}`,
  },
  line: (e) => {
    if (e.verb === 'message') return ticket.sameAskedYou(e.expires ?? '');
    if (e.verb === 'remind')
      return `Aspettiamo ancora una tua risposta.${e.expires ? ` Senza, chiudiamo ${e.expires}.` : ''}`;
    if (e.verb === 'original_done')
      return 'Il ticket con lo stesso problema è risolto. Ora è a posto anche per te? Se no, scrivi qui.';
    if (e.duplicateOf)
      return `È lo stesso problema di ${e.duplicateOf}, dove ce ne stiamo occupando. Ti avviseremo quando sarà risolto.`;
    if (e.verb === 'expire' || e.resolved === 'no_response')
      return 'Non è arrivata nessuna risposta, quindi abbiamo chiuso. Se ti serve ancora, scrivi qui e si riapre.';
    if (e.verb === 'cancel') return `${who(e)} ha annullato la richiesta, come d’accordo. Non faremo altro.`;
    return `Ci sono novità: ${ended(e)}.`;
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
    requester_unknown: () =>
      'Qui non possiamo aiutare chi è un’app o lavora in un’altra azienda. Scegli una persona di questo workspace.',
    requester_left: () => 'Questa persona non è più nel workspace. Scegli qualcun altro.',
    only_agents_raise: ({ group }) =>
      `In ${group === '' ? 'questo gruppo' : group} solo gli operatori inviano richieste per altri. Invia la tua, o chiedi a loro di inviare la propria.`,
    requester_knows: ({ id }) => `Il richiedente di ${id} ne è già al corrente.`,
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
    still_open: ({ id }) => `${id} è ancora aperto: scrivi lì.`,
    deleted: ({ id }) => `${id} è stato eliminato. Resta solo il numero.`,
    unknown_duplicate: () => 'Non c’è un altro ticket con questo numero. I numeri sono come T-1001.',
    not_sure: ({ doing }) => `Conferma che vuoi ${doing}.`,
    too_late: ({ id, group }) =>
      `${id} è stato risolto da troppo tempo perché ${group} lo riapra. Invia una nuova richiesta.`,
    already_rated: ({ id }) => `Hai già valutato ${id}. Per ogni richiesta conta un solo voto.`,
    ask_an_agent: ({ id, assignee }) =>
      `${assignee ?? 'Qualcuno'} si sta già occupando di ${id}. Scrivi che non ti serve più: poi potrai dare l’assenso ad annullarlo.`,
    asked_already: ({ id }) => `Al richiedente di ${id} lo abbiamo già chiesto.`,
    no_agreement: ({ id }) => `${id} si annulla solo con l’accordo del richiedente. Scrivi come siete rimasti.`,
    already_archived: ({ id }) => `${id} è già in archivio.`,
    nothing_changed: ({ id }) => `Di ${id} non è cambiato nulla.`,
    nothing_to_undo: ({ id }) => `Su ${id} non c’è nulla di tuo da annullare: l’ultima modifica è di altri.`,
    told_already: ({ id }) => `Altri lo sanno già, quindi ${id} non può tornare come prima in silenzio.`,
    too_late_to_undo: ({ id }) => `È passato troppo tempo per annullare l’azione su ${id}.`,
    nothing_asked: ({ id, state }) => `Su ${id} non c’è più nulla da chiarire: è ${state}.`,
    may_be_same: ({ id }) =>
      `Il richiedente ha scritto di nuovo dopo che ${id} era risolto. Riaprilo, o aspetta che dica di che cosa si tratta.`,
    not_their_turn: ({ id }) => `Nessuno aspetta il richiedente di ${id}.`,
    not_due: ({ id }) => `Il tempo per ${id} non è scaduto.`,
    not_archived: ({ id }) => `${id} non è in archivio.`,
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
    duplicate_of: { required: 'Scrivi di quale ticket. I numeri sono come T-1001.', invalid: noNumber },
    score: { required: 'Scegli da uno a cinque.', invalid: 'Scegli da uno a cinque.' },
    ask: { required: 'Scrivi che cosa ti serve.' },
    reason: { required: 'Scrivi il motivo.' },
    'create.to': {
      required: 'In questo gruppo ciò che un operatore inserisce per altri ha subito un operatore. Scegline uno.',
    },
    to: { required: 'Scegli una persona.' },
    group: {
      required: 'Scegli un gruppo.',
      invalid: 'Questo gruppo non può ancora ricevere richieste. Scegline un altro.',
    },
    requester: { invalid: 'Questa persona non è più nel workspace.' },
  },
};
