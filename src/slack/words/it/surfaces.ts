import type { AsideWords, CardWords, ListWords, ManagerWords, ShowWords } from '../surfaces.ts';

export const card: CardWords = {
  showAll: 'Mostra tutto',
  forWhom: (requester, creator) => (creator ? `Per ${requester} (inserito da ${creator})` : `Per ${requester}`),
  from: (channel) => `via ${channel}`,
  private: 'Riservato: il testo non appare in nessun canale. Usa Mostra per leggerlo.',
  said: (who, at, byRequester) => `${who} ${byRequester ? 'ha scritto' : 'ha risposto'}, ${at}:`,
  moved: (what, group) => `${what} è stato inoltrato a ${group}. La scheda e la discussione continuano lì.`,
  openCard: 'Apri la scheda',
  raisedBy: (creator) => `Inserita per te da ${creator}`,
  answer: 'Rispondi',
  yours: (id, title) => `La tua richiesta ${id}: ${title}`,
  since: (at) => `da ${at}`,
  writeHere: 'Scrivi in questa discussione per aggiungere qualcosa.',
  answerHere: 'Scrivi in questa discussione per rispondere.',
  notSolved: 'Non è risolto? Scrivi in questa discussione e il ticket si riapre.',
  itIsSolved: 'È risolto',
  howWasIt: 'Com’è andata?',
  agree: 'Sì, annulla',
  followUp: 'C’è altro, o non è risolto? Apri un seguito.',
  openFollowUp: 'Apri un seguito',
  follows: (id) => `Seguito di ${id}`,
  followedBy: (ids) => `Continua in ${ids}`,
  mine: 'Tutte le mie richieste',
  resolved: (reason) => `Risolto: ${reason}.`,
};

export const manager: ManagerWords = {
  asks: (who, id) => `${who} chiede una tua decisione su ${id}`,
  asked: (who, at) => `chiesta da ${who}, ${at}`,
  why: (reason) => `Perché adesso: ${reason}`,
  openSince: (at) => `aperto da ${at}`,
  due: (at, overdue) => (overdue ? `presa visione attesa entro ${at}, scaduta` : `presa visione entro ${at}`),
  level: (level) => `livello ${level}`,
  tried: 'Le note finora:',
  nothingTried: 'Finora non ci sono note.',
  lastWords: (who, at) => `Le ultime parole di ${who}, ${at}:`,
  request: (who) => `La richiesta di ${who}:`,
  acknowledged: (at) => `ne hai preso visione ${at}`,
  answered: (at) => `Risposta data ${at}`,
  withdrawn: (at, who) => `Ritirata${who ? ` da ${who}` : ''}, ${at}: la decisione non serve più`,
  yourAnswer: 'La tua risposta:',
  over: 'La decisione non serve più',
  now: (id, state) => `${id} ora è: ${state}`,
};

const count = (n: number, one: string, many: string) => `*${n}* ${n === 1 ? one : many}`;

export const lists: ListWords = {
  mine: 'Le mie richieste',
  noneMine: 'Non hai richieste aperte. Se qualcosa non va, inviane una: qualcuno la guarderà.',
  decide: 'In attesa di una mia decisione',
  held: 'In carico a me',
  noneHeld: 'Non hai nulla in carico. Prendi un ticket dalla coda qui sotto, o goditi la calma.',
  queue: (groups) => `Coda di ${groups}`,
  noneQueue: 'La coda è vuota. Ottimo lavoro.',
  more: (count) => (count === 1 ? 'e un altro' : `e altri ${count}`),
  numbers: ({ asked, yours, held, queue, agent }) =>
    [
      ...(agent ? [`*${held}* in carico a me`, `*${queue}* nei miei gruppi`] : []),
      count(asked, 'mia richiesta', 'mie richieste'),
      ...(yours > 0 ? [count(yours, 'aspetta una mia risposta', 'aspettano una mia risposta')] : []),
    ].join(' · '),
  welcome: 'Assistenza',
  newRequest: 'Nuova richiesta',
  refresh: 'Aggiorna',
};

export const show: ShowWords = {
  facts: {
    state: 'Stato',
    priority: 'Priorità',
    kind: 'Tipo',
    type: 'Tema',
    group: 'Gruppo',
    assignee: 'In carico a',
    requester: 'Per',
    creator: 'Inserito da',
    created: 'Aperto',
    channel: 'Via',
  },
  content: 'Richiesta',
  main: 'Conversazione',
  internal: 'Interno: lo leggono solo gli operatori',
  history: 'Che cosa è successo',
  surfaces: {
    button: 'con un pulsante',
    overflow: 'con i tre puntini',
    home: 'dalla Home',
    modal: 'in un modulo',
    command: 'con /ticket',
    typed: 'digitato nella conversazione',
    mention: 'chiamando il bot',
    thread: 'scritto nella conversazione',
    shortcut: 'con una scorciatoia',
    emoji: 'con una emoji',
    clock: 'da sé',
    desk_file: 'dal file del desk',
  },
  nothingSaid: 'Nessuno ha ancora scritto nulla.',
  earlier: (count) => (count === 1 ? 'Una voce precedente è omessa.' : `${count} voci precedenti sono omesse.`),
};

export const asides: AsideWords = {
  which: 'A quale richiesta si riferisce?',
  isItAbout: (id, title) => `Si tratta di *${id}* ${title}?`,
  about: (id, title) => `${id} ${title}`,
  somethingNew: 'È una cosa nuova',
  noneOpen: 'Ne faccio una richiesta?',
  help: {
    title: 'Che cosa puoi scrivere',
    lines: [
      '`/ticket` apre una nuova richiesta; `/ticket la stampante brucia` la apre con quel titolo',
      '`/ticket mine` elenca le tue richieste',
      '`/ticket show T-1001` ne mostra una',
    ],
    agentLines: [
      '`/ticket keep T-1001` prende in carico un ticket; così anche `forward`, `prepare`, `work`, `pend`, `wake`, `workaround` ed `escalate`',
      '`/ticket resolve-internally T-1001` lo chiude senza risposta; `complete`, `cancel`, `archive` e `restore` fanno ciò che dicono',
      '`/ticket reply T-1001 la tua risposta` risponde al richiedente; `resolve` risponde e chiude',
      '`/ticket note T-1001 la tua nota` è letta solo dagli operatori',
      '`/ticket acknowledge T-1001`, `return` e `withdraw` servono per le richieste di decisione',
    ],
    footer:
      'Nella discussione di un ticket scrivi `?keep`, `?resolve Era il cavo.`, oppure chiamami con le stesse parole.',
  },
  needsNumber: (verb) => `Quale ticket? Scrivi il numero, per esempio \`/ticket ${verb} T-1001\`.`,
  exists: (id) => `Questo messaggio fa già parte di ${id}.`,
  sent: (id, group) =>
    `*${id}* è arrivato a ${group}. Puoi seguirlo nei messaggi di Threadesk: anche la risposta arriva lì.`,
  created: (id, requester) => `${id} è registrato per ${requester}.`,
  pressToGoOn: (id) => `Ancora un clic, e completi il resto per ${id}.`,
  willRead: (requester) => `${requester} leggerà:`,
  send: 'Invia',
  notInternal: 'Questo messaggio non è nella discussione interna di un ticket: non c’è un richiedente a cui inviarlo.',
  youWrote: 'Quello che avevi scritto, perché non vada perso:',
  broken: 'Qualcosa si è rotto da parte nostra e nulla è cambiato. Riprova tra un momento.',
};
