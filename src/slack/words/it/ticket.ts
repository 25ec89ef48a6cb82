import type { TicketWords, TimeWords, VerbWords } from '../chapters.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const COUNTED = ['', 'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'];

const count = (n: number, one: string, many: string) => `${COUNTED[n] ?? n} ${n === 1 ? one : many}`;
export const time: TimeWords = {
  age(ms) {
    if (ms < MINUTE) return 'meno di 1 min';
    if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
    if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
    const days = Math.floor(ms / DAY);
    return days === 1 ? '1 giorno' : `${days} giorni`;
  },
  before(ms) {
    if (ms < 1000) return 'un attimo prima di te';
    if (ms < MINUTE) return `${count(Math.floor(ms / 1000), 'secondo', 'secondi')} prima di te`;
    return `${time.age(ms)} fa`;
  },
};

export const ticket: TicketWords = {
  states: {
    new: 'Nuovo',
    preparing: 'Soluzione in preparazione',
    in_progress: 'In lavorazione',
    requester_replied: 'Il richiedente ha risposto',
    escalation_answered: 'La direzione ha risposto',
    answered: 'Risposta inviata',
    pending: 'In attesa',
    workaround: 'Per ora funziona',
    escalated: 'In attesa della direzione',
    resolved: 'Risolto',
    completed: 'Completato',
    cancelled: 'Annullato',
    spam: 'Spam',
  },
  stateIs: {
    new: 'nuovo e non l’ha ancora preso nessuno',
    preparing: 'in preparazione',
    in_progress: 'in lavorazione',
    requester_replied: 'tornato dal richiedente',
    escalation_answered: 'tornato dalla direzione',
    answered: 'in attesa del richiedente dopo una risposta',
    pending: 'in attesa',
    workaround: 'sistemato in modo provvisorio',
    escalated: 'in attesa della direzione',
    resolved: 'risolto',
    completed: 'completato',
    cancelled: 'annullato',
    spam: 'chiuso',
  },
  standing: {
    new: ({ since }) => `In attesa da ${since}`,
    preparing: ({ since }) => `All’assistenza da ${since}`,
    in_progress: ({ since }) => `All’assistenza da ${since}`,
    requester_replied: ({ requester, assignee, since }) => `${requester} ha scritto: tocca a ${assignee} da ${since}`,
    escalation_answered: ({ assignee, since }) => `La direzione ha risposto: tocca a ${assignee} da ${since}`,
    answered: ({ requester, since }) => `In attesa di ${requester} da ${since}`,
    pending: ({ pending, requester, since }) => {
      const waits = {
        requester: `In attesa di ${requester}`,
        dependency: `In attesa di ${pending?.blockedBy ?? 'altro'}`,
        check: 'In verifica',
      }[pending?.kind ?? 'check'];
      const wakes = pending?.wakeAt ? ` · si riattiva ${pending.wakeAt}` : '';
      return `${waits}: ${pending?.waitingFor ?? ''}, da ${since}${wakes}`;
    },
    workaround: ({ since, issue }) => `Da ${since}; la causa è ancora da trovare${issue ? `: ${issue}` : ''}`,
    escalated: ({ escalation, since }) => {
      const seen = escalation?.acknowledged
        ? `presa visione ${escalation.acknowledged}`
        : escalation?.overdue
          ? `nessuna presa visione, era attesa entro ${escalation.due}`
          : `presa visione attesa entro ${escalation?.due ?? ''}`;
      return `Con ${escalation?.manager ?? ''} (livello ${escalation?.level ?? 1}) da ${since} · ${seen}`;
    },
    resolved: ({ resolution, since }) => {
      const by = resolution?.by ? `, da ${resolution.by}` : '';
      const twin = resolution?.duplicateOf ? `, vedi ${resolution.duplicateOf}` : '';
      const ends = resolution ? ` · si chiude definitivamente ${resolution.completes}` : '';
      return `Risolto: ${resolution ? ticket.reasons[resolution.reason] : ''}${twin}${by} · ${since}${ends}`;
    },
    completed: ({ since }) => `Completato ${since}; non si può più modificare`,
    cancelled: ({ since, agreement }) =>
      `Annullato ${since}${agreement?.note ? `, d’accordo così: ${agreement.note}` : agreement ? `, d’accordo con ${agreement.by}` : ''}`,
    spam: ({ since }) => `Segnato come spam ${since}`,
  },
  shown: {
    new: () => 'In attesa di un operatore',
    preparing: ({ assignee }) => `Se ne occupa ${assignee}`,
    in_progress: ({ assignee }) => `Se ne occupa ${assignee}`,
    requester_replied: ({ assignee }) => `Se ne occupa ${assignee}`,
    escalation_answered: ({ assignee }) => `Se ne occupa ${assignee}`,
    answered: () => 'Abbiamo risposto: ora tocca a te',
    pending: ({ pending, assignee }) => {
      if (pending?.kind === 'requester') return `In attesa di una tua risposta: ${pending.waitingFor}`;
      return pending?.kind === 'dependency' ? 'Prima va completata un’altra cosa' : `${assignee} sta verificando`;
    },
    workaround: () => 'Per ora funziona: cerchiamo ancora la causa',
    escalated: () => 'La direzione sta decidendo',
    resolved: ({ reason, duplicateOf }) =>
      duplicateOf
        ? `È lo stesso problema di ${duplicateOf}, dove ce ne stiamo occupando`
        : reason
          ? `Risolto: ${ticket.reasons[reason]}`
          : 'Risolto',
    completed: () => 'Completato',
    cancelled: () => 'Annullato',
    spam: () => 'Chiuso',
  },
  priorities: { low: 'Bassa', normal: 'Normale', high: 'Alta', urgent: 'Urgente' },
  kinds: {
    question: 'Una domanda',
    incident: 'Qualcosa non funziona',
    service_request: 'Mi serve qualcosa',
    feature_request: 'Un’idea',
  },
  channels: {
    slash: '/ticket',
    shortcut: 'scorciatoia',
    message: 'messaggio',
    emoji: 'emoji',
    home: 'scheda Home',
    dm: 'messaggio diretto',
    channel: 'canale',
    email: 'e-mail',
    api: 'altro programma',
    agent: 'operatore',
  },
  reasons: {
    solved: 'soluzione trovata',
    answered: 'domanda chiarita',
    confirmed_by_requester: 'confermato dal richiedente',
    no_response: 'nessuna risposta ricevuta',
    duplicate: 'per lo stesso problema c’è già un ticket',
    abuse: 'richiesta impropria',
    test: 'era solo una prova',
    via_chat: 'chiarito in chat',
    via_call: 'chiarito per telefono',
    other: 'chiuso per un altro motivo',
  },
  pendingKinds: { requester: 'il richiedente', dependency: 'altro', check: 'una verifica' },
  nobody: 'Ancora nessuno',
  somebody: 'qualcuno',
  unread: 'Nuovo messaggio del richiedente',
  cancelAsked: (requester) => `Abbiamo chiesto a ${requester} se possiamo fermarci qui`,
  cancelAskedYou: 'Ti abbiamo chiesto: va bene se ci fermiamo qui?',
  rated: (stars, score) => `${stars} voto ${score} su 5`,
  archived: 'archiviato',
  deleted: 'eliminato',
};

export const verbs: VerbWords = {
  labels: {
    keep: 'Prendi in carico',
    forward: 'Inoltra',
    prepare: 'In preparazione',
    work: 'Ci lavoro ancora',
    reply: 'Rispondi',
    message: 'Aggiungi dettagli',
    note: 'Nota interna',
    pend: 'Metti in attesa',
    wake: 'Riattiva',
    remind: 'Sollecita',
    expire: 'Chiudi per mancata risposta',
    original_done: 'Avvisa che l’altro è risolto',
    resolve: 'Risolvi',
    escalate: 'Chiedi una decisione',
    acknowledge: 'Presa visione',
    return: 'Rispondi e restituisci',
    withdraw: 'Ritira',
    resolve_internally: 'Chiudi senza risposta',
    workaround: 'Soluzione provvisoria',
    complete: 'Completa',
    close: 'Sì, chiudi',
    not_solved: 'Non è risolto',
    rate: 'Valuta',
    ask_cancel: 'Proponi di annullare',
    cancel: 'Annulla',
    agree: 'D’accordo, annulla',
    restore: 'Ripristina',
    delete: 'Elimina',
    archive: 'Archivia',
    unarchive: 'Togli dall’archivio',
    undo: 'Annulla l’ultima azione',
    show: 'Mostra',
    create: 'Nuova richiesta',
  },
  assign: 'Assegna',
  backToWork: 'Riprendi il lavoro',
  doing: {
    keep: (id) => `prendere in carico ${id}`,
    forward: (id) => `inoltrare ${id}`,
    prepare: (id) => `mettere ${id} in preparazione`,
    work: (id) => `riprendere il lavoro su ${id}`,
    reply: (id) => `rispondere a ${id}`,
    message: (id) => `aggiungere dettagli a ${id}`,
    note: (id) => `scrivere una nota su ${id}`,
    pend: (id) => `mettere in attesa ${id}`,
    wake: (id) => `riattivare ${id}`,
    remind: (id) => `sollecitare il richiedente di ${id}`,
    expire: (id) => `chiudere ${id} per mancata risposta`,
    original_done: (id) => `avvisare che l’originale di ${id} è risolto`,
    resolve: (id) => `risolvere ${id}`,
    escalate: (id) => `chiedere una decisione su ${id}`,
    acknowledge: (id) => `prendere visione della richiesta di decisione su ${id}`,
    return: (id) => `rispondere alla richiesta di decisione su ${id}`,
    withdraw: (id) => `ritirare la richiesta di decisione su ${id}`,
    resolve_internally: (id) => `chiudere ${id} senza risposta`,
    workaround: (id) => `dare una soluzione provvisoria a ${id}`,
    complete: (id) => `completare ${id}`,
    close: (id) => `chiudere ${id}`,
    not_solved: (id) => `riaprire ${id}`,
    rate: (id) => `valutare ${id}`,
    ask_cancel: (id) => `proporre di annullare ${id}`,
    cancel: (id) => `annullare ${id}`,
    agree: (id) => `dirti d’accordo ad annullare ${id}`,
    restore: (id) => `ripristinare ${id}`,
    delete: (id) => `eliminare ${id}`,
    archive: (id) => `archiviare ${id}`,
    unarchive: (id) => `togliere ${id} dall’archivio`,
    undo: (id) => `annullare l’ultima azione su ${id}`,
    create: () => 'inviare questa richiesta',
    show: (id) => `vedere ${id}`,
  },
  done: {
    keep: (id) => `${id} è tuo.`,
    forward: (id) => `${id} è stato inoltrato.`,
    prepare: (id) => `${id} è in preparazione.`,
    work: (id) => `${id} è di nuovo in lavorazione.`,
    reply: (id) => `La tua risposta a ${id} è in arrivo.`,
    message: (id) => `Il tuo messaggio è stato aggiunto a ${id}.`,
    note: (id) => `La nota su ${id} è salvata. La leggono solo gli operatori.`,
    pend: (id) => `${id} è in attesa.`,
    wake: (id) => `${id} è di nuovo in lavorazione.`,
    remind: (id) => `Il richiedente di ${id} è stato sollecitato.`,
    expire: (id) => `${id} è chiuso, perché non è arrivata risposta.`,
    original_done: (id) => `Il richiedente di ${id} sa che è risolto.`,
    resolve: (id) => `${id} è risolto e la tua risposta è in arrivo.`,
    escalate: (id) => `La richiesta di decisione su ${id} è inviata.`,
    acknowledge: (id) => `Hai preso visione della richiesta su ${id}.`,
    return: (id) => `La tua risposta su ${id} è tornata a chi l’ha chiesta.`,
    withdraw: (id) => `La richiesta di decisione su ${id} è ritirata.`,
    resolve_internally: (id) => `${id} è chiuso senza risposta.`,
    workaround: (id) => `${id} per ora funziona e il tuo messaggio è in arrivo.`,
    complete: (id) => `${id} è completato.`,
    close: (id) => `${id} è chiuso. Grazie.`,
    not_solved: (id) => `${id} è di nuovo aperto.`,
    rate: (id) => `Grazie: il tuo voto per ${id} è registrato.`,
    ask_cancel: (id) => `Abbiamo chiesto al richiedente di ${id} se è d’accordo.`,
    cancel: (id) => `${id} è annullato.`,
    agree: (id) => `${id} è annullato, come d’accordo.`,
    restore: (id) => `${id} è ripristinato.`,
    delete: (id) => `${id} è eliminato.`,
    archive: (id) => `${id} è archiviato.`,
    unarchive: (id) => `${id} non è più in archivio.`,
    undo: (id) => `Fatto: ${id} è come prima.`,
    create: (id) => `${id} è registrato.`,
  },
};
