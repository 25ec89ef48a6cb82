import type { EventFacts, EventWords } from '../told.ts';
import { carrying } from './files.ts';
import { changes } from './fields.ts';
import { giving } from './distribution.ts';
import { seen } from './linking.ts';
import { sendingPing, sendingThread } from './sending.ts';
import { team } from './team.ts';
import { ticket } from './ticket.ts';

const who = ({ who, trigger }: EventFacts) => who ?? (trigger ? `La regola _${trigger}_` : 'L’orologio');
const kinds = ({ revealed }: EventFacts) => (revealed.kinds ? ` (${revealed.kinds})` : '');
const because = ({ reason }: EventFacts) => (reason ? `: ${reason}` : '');
const ended = ({ resolved, duplicateOf }: EventFacts) =>
  `${ticket.reasons[resolved ?? 'other']}${duplicateOf ? ` (${duplicateOf})` : ''}`;
const promise = ({ clock }: EventFacts) => `la ${ticket.clocks[clock ?? 'resolution'].toLowerCase()}`;
/** Who could not be asked. */
const missed = ({ passed }: EventFacts): string => (passed ? ` (saltati: ${passed})` : '');
const why = ({ cause }: EventFacts) => (cause ? ticket.cause(cause) : '');
const by = ({ trigger }: EventFacts) => (trigger ? `, per la regola _${trigger}_` : '');
const news = (event: EventFacts) => `Ci sono novità su ${event.id}: ${event.title}`;

/** For whoever raised it for somebody else. */
const over = (e: EventFacts) =>
  `${e.id} è risolto${e.resolved ? `: ${ticket.reasons[e.resolved].toLowerCase()}` : ''}. Lo avevi inserito per ${e.requester}: ${e.title}`;
const words = (e: EventFacts) => (e.internal ? 'una nota' : e.byRequester ? 'un messaggio' : 'una risposta');

const FOLLOW_UP = 'apri un seguito';
const writeBack = ({ reopens }: EventFacts) => (reopens ? 'scrivi qui' : FOLLOW_UP);

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
    change_answers: (e) =>
      `${who(e)} ha cambiato ${e.edited.answers ? `la risposta a ${e.edited.answers}` : 'una risposta'}`,
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
    nudge: (e) =>
      e.who ? `${e.who} ha sollecitato la decisione` : 'Ancora nessuna risposta: la decisione è stata sollecitata',
    send_higher: (e) => `${who(e)} ha passato la domanda più in alto, a ${e.to}`,
    escalate_by_rule: (e) =>
      e.to
        ? `Decisione chiesta per regola a ${e.to}: ${why(e)}${e.given ? `. Intanto è di ${e.given}` : ''}${missed(e)}`
        : `Serve una decisione per regola: ${why(e)}. Non c’è nessuno a cui chiederla, quindi lo sanno i responsabili${missed(e)}`,
    time_out: (e) =>
      e.to
        ? `Nessuna presa visione in tempo: la domanda è passata a ${e.to}${missed(e)}`
        : `Nessuna presa visione in tempo e nessun altro a cui chiedere: i responsabili sono avvisati${missed(e)}`,
    return: (e) => `${who(e)} ha risposto alla richiesta di decisione`,
    take_over: (e) => `Ora se ne occupa ${who(e)}`,
    decline: (e) => `${who(e)} ha preferito non decidere${because(e)}`,
    withdraw: (e) => `${who(e)} ha ritirato la richiesta di decisione${because(e)}`,
    escalate_to_team: (e) => `${who(e)} ha chiesto a ${e.group} in ${e.child}: ${e.title}`,
    team_answered: (e) => team.answered(e.group ?? '', e.how ?? 'resolved', e.child ?? ''),
    call_off: (e) => `${e.parent} non ne ha più bisogno`,
    hand_on: (e) => `${e.parent ?? ''} ora è di ${e.to ?? ''} in ${e.group ?? ''}, che da qui in poi chiede`,
    resolve_internally: (e) =>
      e.spam ? `${who(e)} lo ha segnato come spam` : `${who(e)} lo ha chiuso senza risposta: ${ended(e)}`,
    workaround: (e) => `${who(e)} ha dato una soluzione provvisoria${e.issue ? `; la causa: ${e.issue}` : ''}`,
    link: (e) => `${who(e)} ha collegato ${e.other ?? ''}`,
    unlink: (e) => `${who(e)} ha tolto il collegamento con ${e.other ?? ''}`,
    merge: (e) => `${who(e)} ha unito questo ticket a ${e.other ?? ''}`,
    split: (e) => `${who(e)} ha fatto di una parte di questo ticket ${e.other ?? ''}`,
    linked: (e) => seen(e),
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
    correct: (e) => `${who(e)} ha modificato ${words(e)}`,
    retract: (e) => (e.typed ? `Un messaggio di ${who(e)} è stato eliminato` : `${who(e)} ha ritirato ${words(e)}`),
    mask: (e) =>
      `${who(e)} ha mascherato dati personali${e.removed === 0 ? '' : e.removed === 1 ? ' ed eliminato un file del bot' : ` ed eliminato ${e.removed} file del bot`}`,
    unmask: (e) =>
      `${who(e)} ha reso leggibile ${e.revealed.left ? 'una parte di ciò' : 'ciò'} che era mascherato${kinds(e)}${because(e)}`,
    destroy: (e) =>
      `${who(e)} ha distrutto ${e.revealed.left ? 'una parte di ciò' : 'ciò'} che era mascherato${kinds(e)}${because(e)}`,
    tag: (e) =>
      `${who(e)} ${[...(e.tags.add ? [`ha messo l’etichetta ${e.tags.add}`] : []), ...(e.tags.remove ? [`ha tolto l’etichetta ${e.tags.remove}`] : [])].join(' e ')}`,
    follow: (e) => `${who(e)} segue questo ticket`,
    add_follower: (e) => `${who(e)} lo fa seguire a ${e.to ?? ''}`,
    unfollow: (e) =>
      e.to && e.to !== e.who ? `${who(e)} ha tolto ${e.to} da chi lo segue` : `${who(e)} non lo segue più`,
    ...sendingThread,
    undo: (e) => `${who(e)} ha annullato l’ultima azione`,
    ...giving.thread,
    assign_by_trigger: (e) => `Affidata a ${[e.to, e.group].filter(Boolean).join(', ')}${by(e)}`,
    change_by_trigger: (e) =>
      `Cambiato: ${changes(e, ['il titolo in', 'la priorità in', 'il tipo in']) || 'il tema'}${by(e)}`,
    tell_by_trigger: (e) =>
      `${e.group ? `Avviso agli agenti di ${e.group}` : `Avviso a ${e.told ?? 'qualcuno'}`}${by(e)}`,
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
    change_answers: (e) => `${who(e)} ha cambiato una risposta in ${e.id}: ${e.title}`,
    tell_requester: news,
    change_owner: news,
    note: (e) => `${who(e)} ti nomina su ${e.id}: ${e.title}`,
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
    nudge: (e) =>
      e.who
        ? `${e.who} aspetta una tua decisione su ${e.id}: ${e.title}`
        : `${e.id} aspetta ancora una tua decisione: ${e.title}`,
    send_higher: (e) => `${who(e)} ha passato la tua domanda su ${e.id} più in alto, a ${e.to}`,
    escalate_by_rule: (e) =>
      e.to
        ? `${e.id} ora è tuo, e la decisione è chiesta a ${e.to}: ${why(e)}. Si tratta di: ${e.title}${missed(e)}`
        : `Per ${e.id} serve una decisione, e non c’è nessuno a cui chiederla: ${why(e)}. Si tratta di: ${e.title}${missed(e)}`,
    time_out: (e) =>
      e.to
        ? `Su ${e.id} nessuna presa visione in tempo: ora la domanda è a ${e.to}: ${e.title}${missed(e)}`
        : `Nessuno ha preso visione di ${e.id} in tempo e non c’è nessun altro a cui chiedere${missed(e)}. Vedi tu chi può decidere: ${e.title}`,
    return: (e) => `${who(e)} ha risposto alla tua richiesta su ${e.id}: ${e.title}`,
    take_over: (e) => `Di ${e.id} ora si occupa ${who(e)}: ${e.title}`,
    decline: (e) => `${who(e)} ha preferito non decidere su ${e.id}${because(e)}`,
    withdraw: (e) => `${who(e)} ha ritirato la richiesta di decisione su ${e.id}${because(e)}`,
    resolve_internally: over,

    escalate_to_team: news,
    team_answered: news,
    call_off: news,
    hand_on: news,
    workaround: news,
    link: news,
    unlink: news,
    merge: over,
    split: news,
    linked: news,
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
    correct: news,
    retract: news,
    mask: news,
    unmask: news,
    destroy: news,
    tag: news,
    follow: news,
    add_follower: (e) => `${who(e)} ti fa seguire ${e.id}: ${e.title}`,
    unfollow: news,
    ...sendingPing,
    undo: news,
    ...giving.ping,
    assign_by_trigger: (e) => `${e.id} è tua${by(e)}: ${e.title}`,
    change_by_trigger: news,
    tell_by_trigger: (e) => `Ti si avvisa di ${e.id}${by(e)}: ${e.title}`,
    warn: (e) => `Manca poco per ${e.id}, ${promise(e)}${e.due ? ` entro ${e.due}` : ''}: ${e.title}`,
    breach: (e) => `${e.id} è in ritardo, ${promise(e)}${e.due ? ` era attesa entro ${e.due}` : ''}: ${e.title}`,
  },
  line: (e) => {
    if (e.verb === 'message') return ticket.sameAskedYou(e.expires ?? '');
    if (e.verb === 'remind')
      return `Aspettiamo ancora una tua risposta.${e.expires ? ` Senza, chiudiamo ${e.expires}.` : ''}`;
    if (e.verb === 'original_done')
      return e.ended === 'done'
        ? `Il ticket con lo stesso problema è risolto. Ora è a posto anche per te? Se no, ${writeBack(e)}.`
        : `Il ticket con lo stesso problema è stato chiuso senza una soluzione. Se ti serve ancora, ${writeBack(e)}.`;
    if (e.verb === 'merge') return `Continuiamo in ${e.other ?? ''}: quello che scrivi qui viene aggiunto lì.`;
    if (e.verb === 'split') return `Una parte di questa richiesta ora è a sé: ${e.other ?? ''}. Il resto continua qui.`;
    if (e.duplicateOf)
      return `È lo stesso problema di ${e.duplicateOf}, dove ce ne stiamo occupando. Ti avviseremo quando sarà risolto.`;
    if (e.verb === 'expire' || e.resolved === 'no_response')
      return `Non è arrivata nessuna risposta, quindi abbiamo chiuso. Se ti serve ancora, ${e.reopens ? 'scrivi qui e si riapre' : FOLLOW_UP}.`;
    if (e.verb === 'cancel') return `${who(e)} ha annullato la richiesta, come d’accordo. Non faremo altro.`;
    return `Ci sono novità: ${ended(e)}.`;
  },
  fromRequester: 'dal richiedente',
  internal: (requester) =>
    `Questa discussione è interna. Usa Rispondi per scrivere a ${requester ?? 'chi ha fatto la richiesta'}.`,
  more: (count) => `e altri ${count}: vedi il ticket`,
  answered: (who, to) => `${who} risponde a ${to}:`,
  asks: (who, to) => `${who} chiede a ${to}:`,
  writes: (who, to) => `${who} scrive a ${to}:`,
  added: (who) => `${who} ha aggiunto:`,
  edited: 'modificato',
  takenBack: 'eliminato',
  ...carrying,
  sentBy: (who) => `Inviato da ${who}`,
  gone: (who, at) => `${who} ha ritirato questo messaggio ${at}.`,
};
