import type { Cause } from '../../../domain/language.ts';
import type { TicketWords } from '../chapters.ts';
import type { TimeWords } from '../time.ts';
import { team } from './team.ts';

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

/** Why a rule asks for a decision. */
function causes(cause: Cause): string {
  switch (cause.rule) {
    case 'breach':
      return `in ritardo, la ${ticket.clocks[cause.clock].toLowerCase()} era attesa`;
    case 'urgent_unassigned':
      return `urgente, e nessuno lo ha preso in carico per ${cause.minutes === 1 ? 'un minuto' : `${cause.minutes} minuti`}`;
    case 'unhappy':
      return `valutato ${cause.score} su 5, e di nuovo aperto`;
    case 'trigger':
      return `la regola ${cause.name} vuole una decisione`;
    case 'reopened':
      return `riaperto ${cause.times === 2 ? 'due volte' : `${cause.times} volte`}`;
  }
}

export const ticket: TicketWords = {
  states: {
    new: 'Nuovo',
    preparing: 'Soluzione in preparazione',
    in_progress: 'In lavorazione',
    requester_replied: 'Il richiedente ha risposto',
    escalation_answered: 'Risposta arrivata',
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
    escalation_answered: 'tornato con una risposta',
    answered: 'in attesa del richiedente dopo una risposta',
    pending: 'in attesa',
    workaround: 'sistemato in modo provvisorio',
    escalated: 'in attesa della direzione',
    resolved: 'risolto',
    completed: 'completato',
    cancelled: 'annullato',
    spam: 'chiuso',
  },
  outsideIs: {
    new: 'ancora in attesa di un operatore',
    preparing: 'in lavorazione',
    in_progress: 'in lavorazione',
    requester_replied: 'in lavorazione',
    escalation_answered: 'in lavorazione',
    answered: 'in attesa di una tua risposta',
    pending: 'in attesa',
    workaround: 'sistemato in modo provvisorio',
    escalated: 'in attesa della direzione',
    resolved: 'risolto',
    completed: 'completato',
    cancelled: 'annullato',
    spam: 'chiuso',
  },
  standing: {
    new: ({ since, given }) => `In attesa da ${since}${given ? ' che qualcuno sia libero' : ''}`,
    preparing: ({ assignee, since }) => `Con ${assignee} da ${since}`,
    in_progress: ({ assignee, since, offered }) =>
      `Con ${assignee} da ${since}${offered ? ', non ancora cominciata' : ''}`,
    requester_replied: ({ requester, assignee, since }) => `${requester} ha scritto: tocca a ${assignee} da ${since}`,
    escalation_answered: ({ assignee, since }) => `È arrivata la risposta: tocca a ${assignee} da ${since}`,
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
    escalated: ({ escalation, team: asked, since }) => {
      if (asked) return team.standing(asked.group, asked.child, since);
      if (!escalation) return `Alla direzione da ${since}`;
      const { manager, level, acknowledged, due, overdue, reminded, nudged, ended, before, cause } = escalation;
      const again = nudged && !ended ? ` · sollecito ${nudged}` : '';
      const due_ = reminded ? `sollecito inviato; si chiede al prossimo ${due}` : `presa visione attesa entro ${due}`;
      const seen = acknowledged
        ? `presa visione ${acknowledged}`
        : ended
          ? 'nessuna presa visione, e nessun altro a cui chiedere'
          : overdue
            ? `nessuna presa visione, era attesa entro ${due}`
            : due_;
      return `Con ${manager} (livello ${level}) da ${escalation.since} · ${seen}${again}${before ? ` · prima: ${before}` : ''}${cause ? ` · per regola: ${ticket.cause(cause)}` : ''}`;
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
    escalated: ({ child }) => (child ? team.shown(child) : 'La direzione sta decidendo'),
    resolved: ({ reason, duplicateOf, originalDone }) => {
      if (duplicateOf)
        return `È lo stesso problema di ${duplicateOf}, ${originalDone ? 'che ora è concluso' : 'dove ce ne stiamo occupando'}`;
      if (reason === 'confirmed_by_requester') return 'Risolto e confermato';
      return reason ? `Risolto: ${ticket.reasons[reason]}` : 'Risolto';
    },
    completed: ({ reason }) => {
      if (reason === 'confirmed_by_requester') return 'Completato e confermato';
      return reason ? `Completato: ${ticket.reasons[reason]}` : 'Completato';
    },
    cancelled: () => 'Annullato',
    spam: () => 'Chiuso',
  },
  usually: (age, group) =>
    `Di solito si risponde entro ${age} ${group ? `in ${group}` : 'per questo tipo di richiesta'}.`,
  next: {
    new: ({ group }) => `Ora tocca a ${group}: qualcuno la prende in carico.`,
    preparing: ({ assignee }) => `Ora tocca a ${assignee}: ti risponde.`,
    in_progress: ({ assignee }) => `Ora tocca a ${assignee}: ti risponde.`,
    requester_replied: ({ assignee }) => `Ora tocca a ${assignee}: ti risponde.`,
    escalation_answered: ({ assignee }) => `Ora tocca a ${assignee}: ti risponde.`,
    answered: () => 'Ora tocca a te: è risolto, o manca qualcosa?',
    pending: ({ pending, assignee }) =>
      pending?.kind === 'requester'
        ? 'Ora tocca a te: senza una tua risposta non si va avanti.'
        : pending?.kind === 'dependency'
          ? `Quando sarà fatto, ${assignee} va avanti.`
          : `Ora tocca a ${assignee}: ti dice che cosa ne è uscito.`,
    workaround: ({ assignee }) => `${assignee} cerca la causa. Se ti basta così, di’ che è risolto.`,
    escalated: ({ assignee, child }) =>
      `Ora ${child ? 'risponde l’altro gruppo' : 'decide la direzione'}, poi ${assignee} ti risponde.`,
    resolved: ({ duplicateOf, originalDone, completes }) =>
      duplicateOf && !originalDone
        ? 'Ti avvisiamo quando quello sarà risolto.'
        : `Non resta nulla da fare.${completes ? ` Si chiude definitivamente ${completes}.` : ''}`,
    completed: () => 'Non resta nulla da fare.',
    cancelled: () => 'Non faremo altro.',
    spam: () => 'Qui non faremo altro.',
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
    outward: 'iniziativa nostra',
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
  cause: causes,
  clocks: {
    first_response: 'Prima risposta',
    next_response: 'Prossima risposta',
    resolution: 'Soluzione',
    root_cause: 'Causa',
  },
  due: (clock, at, how) => {
    const name = ticket.clocks[clock];
    return {
      running: `⏱️ ${name} entro ${at}`,
      at_risk: `⚠️ *A rischio:* ${name.toLowerCase()} entro ${at}`,
      late: `🚨 *In ritardo:* ${name.toLowerCase()} attesa entro ${at}`,
    }[how];
  },
  marks: { at_risk: '⚠️ A rischio', late: '🚨 In ritardo' },
  nobody: 'Ancora nessuno',
  somebody: 'qualcuno',
  unread: 'Nuovo messaggio del richiedente',
  cancelAsked: (requester) => `Abbiamo chiesto a ${requester} se possiamo fermarci qui`,
  cancelAskedYou: 'Ti abbiamo chiesto: va bene se ci fermiamo qui?',
  sameAsked: (requester, until) =>
    `${requester} ha scritto di nuovo e gli è stato chiesto se è lo stesso problema; senza risposta si riapre ${until}`,
  sameAskedYou: (until) =>
    `Questa richiesta era risolta e hai scritto di nuovo: è ancora lo stesso problema o qualcosa di nuovo? Le tue parole restano. Se non scegli, conta come lo stesso problema e si riapre ${until}.`,
  rated: (stars, score) => `${stars} voto ${score} su 5`,
  archived: 'archiviato',
  deleted: 'eliminato',
};
