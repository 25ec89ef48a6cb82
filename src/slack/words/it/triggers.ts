import { triggerEditor as editor } from './trigger-editor.ts';
import { MOST_IN_AN_HOUR } from '../../../domain/triggers.ts';
import type { TriggerListWords, TriggerWords } from '../triggers.ts';

const OUTCOMES: Record<string, string> = {
  done: 'fatto',
  nothing: 'era già così',
  overtaken: 'l’ha affidato una regola successiva',
  nobody_free: 'nessuno era libero',
  queued: 'in attesa della chiamata',
  called: 'chiamato',
  no_secret: 'non chiamato: il suo segreto non c’è nell’ambiente',
  closed_address: 'non chiamato: l’indirizzo è in una rete privata, e TRIGGER_HOSTS non lo nomina',
  timeout: 'nessuna risposta in cinque secondi',
};

const list: TriggerListWords = {
  title: 'Regole',
  onlyLeads: 'Delle regole si occupano gli amministratori e i responsabili di un gruppo. Chiedi a uno di loro.',
  none: 'Non c’è ancora nessuna regola di cui ti occupi.',
  intro: 'Si guardano dalla prima all’ultima; se più d’una affida il ticket, conta l’ultima.',
  on: 'accesa',
  off: 'spenta',
  rests: (wrong) => `accesa, ma ferma. ${wrong}. Modificala.`,
  uncalled: (wrong) => `accesa, ma non chiama nessuno. ${wrong}.`,
  broken: (wrong) => `spenta. ${wrong}. Modificala.`,
  mended: 'accesa, ma ferma: quello che nomina mancava e c’è di nuovo. Provala e accendila',
  waits: (events) => `Quando: ${events}`,
  when: (match, count) =>
    count === 0
      ? 'per ogni ticket'
      : count === 1
        ? 'se vale la sua condizione'
        : match === 'all'
          ? `se valgono tutte le sue ${count} condizioni`
          : `se vale una delle sue ${count} condizioni`,
  does: (results) => `Allora: ${results === '' ? 'ancora nulla' : results}`,
  happening: {
    created: 'arriva una richiesta',
    changed: 'qualcosa cambia',
    assigned: 'qualcuno la riceve',
    wrote: 'il richiedente scrive',
    replied: 'un agente risponde',
    rated: 'viene valutata',
    reopened: 'viene riaperta',
    resolved: 'viene risolta',
    escalated: 'si chiede una decisione',
    at_risk: 'il tempo stringe',
    late: 'è in ritardo',
  },
  doing: {
    assign: 'affidarla',
    priority: 'cambiare la priorità',
    type: 'cambiare il tipo',
    tag: 'cambiare le etichette',
    notify: 'avvisare qualcuno',
    escalate: 'chiedere una decisione',
    call: 'chiamare un URL',
  },
  choose: { up: 'Prima', down: 'Dopo', off: 'Spegni', try: 'Prova e accendi', log: 'Che cosa ha fatto' },
  trial: {
    title: 'Prima una prova',
    submit: 'Accendi',
    found: (met, of) =>
      of === 0
        ? 'Non c’è ancora nessun ticket su cui provarla.'
        : of === 1
          ? `Dell’ultimo ticket ne avrebbe riguardati *${met}*.`
          : `Degli ultimi ${of} ticket ne avrebbe riguardati *${met}*.`,
    rows: 'I più recenti:',
    now: 'Provata sui ticket come sono ora. Non è stato fatto nulla.',
  },
  cannot: (wrong) => `Non si può accendere. ${wrong}. Prima modificala.`,
  changed: 'È cambiata da quando l’hai provata. Chiudi e provala di nuovo.',
  log: {
    title: 'Che cosa ha fatto',
    none: 'Ancora nulla. Quello che fa resta qui per 90 giorni.',
    fired: (id, at) => `${id} · ${at}`,
    because: (happened, by) => `Perché: ${happened}${by === null ? '' : ` (${by})`}`,
    held: 'Valevano queste condizioni:',
    did: 'Che cosa ha fatto:',
    why: 'Perché?',
    forgotten:
      'Non si sa più: quello che fanno le regole resta per 90 giorni. O la regola non è tra quelle che puoi vedere.',
    stopped: {
      too_deep: 'fermata: le regole si richiamavano a vicenda di continuo',
      too_often: `fermata: qui aveva agito ${MOST_IN_AN_HOUR} volte in un’ora`,
    },
  },
  calls: {
    title: 'Chiamate',
    intro:
      'Gli ultimi tentativi di chiamare un URL. Il segreto si cambia nell’ambiente: quello nuovo in `TRIGGER_SECRET` o `TRIGGER_SECRET_NOME`, quello di prima per un po’ nella stessa con `_OLD` in fondo; firmano entrambi finché non lo togli.',
    none: 'Non è ancora stato chiamato nulla. Ogni tentativo resta qui per 90 giorni.',
    tried: (outcome, attempt, ms) => `${outcome} · tentativo ${attempt} di 5 · ${ms} ms`,
    again: (at) => `Si riprova: ${at}`,
    over: 'Non si riprova.',
  },
  outcome: (word) =>
    OUTCOMES[word] ??
    (word.startsWith('status_')
      ? `ha risposto ${word.slice('status_'.length)}`
      : `non fatto (${word.replaceAll('_', ' ')})`),
};

export const triggers: TriggerWords = {
  list,
  editor,
  trouble: {
    broken: ({ name, named, person }) =>
      `La regola ${name} è ferma: nomina ${named === '' ? 'qualcosa' : `“${named}”`}, che non ${person ? 'è più qui' : 'esiste più'}.`,
    loop: ({ name, id }) =>
      `La regola ${name} è stata fermata su ${id}: lì scattava di continuo, richiamata da altre regole o troppe volte in un’ora.`,
    call: ({ name, id, named }) =>
      `La regola ${name} non ha potuto chiamare ${named} per ${id}: cinque tentativi in un’ora sono falliti. Non si riprova.`,
  },
  over: 'Nel frattempo è stata cambiata.',
  todo: 'Scrivi `/ticket triggers` per vederla con il suo registro, cambiarla o spegnerla.',
  channel: ({ id, title, trigger }) => `${id}${title === null ? '' : `: ${title}`}\nAvviso della regola ${trigger}.`,
};
