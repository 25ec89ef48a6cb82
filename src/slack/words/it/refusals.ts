import type { RefusalWords } from '../chapters.ts';
import { teamWhy } from './team.ts';

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
    too_slow: () =>
      'Questa ricerca durava troppo ed è stata interrotta. Aggiungi qualcosa di quello che cerchi: un gruppo, uno stato o da quando.',
    requester_unknown: () =>
      'Qui non possiamo aiutare chi è un’app o lavora in un’altra azienda. Scegli una persona di questo workspace.',
    requester_left: () => 'Questa persona non è più nel workspace. Scegli qualcun altro.',
    only_agents_raise: ({ group }) =>
      `In ${group === '' ? 'questo gruppo' : group} solo gli operatori inviano richieste per altri. Invia la tua, o chiedi a loro di inviare la propria.`,
    requester_knows: ({ id }) => `Il richiedente di ${id} ne è già al corrente.`,
    already_kept: ({ id, assignee, before }) =>
      `${assignee ?? 'Qualcuno'} ha preso in carico ${id}${before ? ` ${before}` : ''}.`,
    already_given: ({ id, assignee }) =>
      `${id} è stata affidata a ${assignee ?? 'qualcuno'}, che non ha ancora cominciato. Se resta così, passa oltre da sé.`,
    already_yours: ({ id }) => `${id} è già tuo.`,
    same_assignee: ({ id, assignee, group }) =>
      assignee ? `${id} è già di ${assignee}.` : `${id} è già in attesa presso ${group}.`,
    target_left: () => 'Questa persona non è più nel workspace. Scegli qualcun altro.',
    target_not_agent: () =>
      'Questa persona non è un operatore di quel gruppo. Scegline una che lo sia, oppure nessuna.',
    group_has_no_channel: () => 'Questo gruppo non ha ancora un canale degli operatori: nessuno vedrebbe il ticket.',
    forward_needs_lead: ({ group }) => `In ${group} inoltra i ticket solo un responsabile o un amministratore.`,
    triggered_needs_lead: ({ group }) =>
      `Una regola ha affidato questo ticket: in ${group} lo inoltra solo un responsabile o un amministratore.`,
    not_in_chain: ({ id }) => `A questa persona non si può chiedere una decisione su ${id}.`,
    escalate_to_self: () => 'Non puoi chiedere una decisione a te stesso. Scegli qualcun altro.',
    follow_up_only: ({ id, group }) => `${id} è risolto e ${group} non lo riapre. Invia una nuova richiesta.`,
    not_yours: ({ id }) => `${id} non è una tua richiesta, quindi non puoi aggiungere nulla da qui.`,
    nothing_said: ({ id }) => `Su ${id} non ci sono parole tue che si possano cambiare.`,
    not_your_words: () => 'Può cambiarlo solo chi l’ha scritto; le parole di un operatore, anche un responsabile.',
    not_your_answer: ({ id }) =>
      `Solo chi ha scritto la risposta in attesa su ${id}, chi ha in carico la richiesta o un responsabile può inviarla, cambiarla o annullarla.`,
    typed_in_slack: () =>
      'È stato scritto direttamente in Slack, dove solo il suo autore può modificarlo o eliminarlo. Ciò che cambia là viene seguito qui.',
    words_are_kept: ({ id }) => `${id} è concluso: ciò che è stato detto resta com’è.`,
    with_management: ({ id, manager }) =>
      `${manager ?? 'La direzione'} sta decidendo su ${id}. Potrai risolverlo dopo la risposta, oppure ritirare la richiesta.`,
    already_acknowledged: ({ id }) => `Hai già preso visione della richiesta su ${id}.`,
    escalation_over: ({ id, state }) => `La domanda su ${id} è già chiusa: ora è ${state}.`,
    sent_on: ({ id, manager }) =>
      `Su ${id} ora decide ${manager ?? 'un’altra persona'}: la domanda è andata avanti, perché non c’è stata presa visione in tempo o è stata passata più in alto. Quello che sai puoi scriverlo in una nota.`,
    chain_ended: ({ id }) =>
      `Per ${id} non c’è nessuno sopra di te a cui passare la domanda. Puoi rispondere, occupartene o restituirla.`,
    team_asked: ({ id }) => `Su ${id} lavora un altro gruppo, in un ticket suo: scrivi lì.`,
    nudged_already: ({ id, manager }) =>
      `${manager ?? 'Chi decide'} ha ricevuto un sollecito per ${id} meno di dieci minuti fa. Aspetta un poco.`,
    reminded_already: ({ id }) =>
      `Il richiedente di ${id} ha avuto un promemoria meno di dieci minuti fa. Aspetta ancora un po’.`,
    asked_anew: ({ id }) =>
      `La domanda su ${id} che stava qui è già chiusa, e dopo ne è stata fatta un’altra. Leggi prima quella.`,
    unknown_blocking: () => 'Non c’è un ticket con questo numero da aspettare. I numeri sono come T-1001.',
    date_past: () => 'Questo momento è già passato. Scegline uno successivo.',
    ...teamWhy,
    still_open: ({ id }) => `${id} è ancora aperto: scrivi lì.`,
    deleted: ({ id }) => `${id} è stato eliminato. Resta solo il numero.`,
    unknown_duplicate: () => 'Non c’è un altro ticket con questo numero. I numeri sono come T-1001.',
    duplicate_circle: ({ id }) => `Quel ticket ripete già ${id}. Continua con l’altro.`,
    original_over: () => 'Quel ticket è chiuso: lì nessuno se ne occupa. Scegline uno aperto.',
    other_requester: () =>
      'Uno dei due è privato, o tra gruppi, e non sono della stessa persona, che leggerebbe l’altro. Usa Chiudi internamente, come duplicato.',
    private_into_open: ({ id }) => `${id} è riservato e l’altro no. Puoi collegarli.`,
    unknown_other: () => 'Quel ticket non esiste, oppure non hai accesso. I numeri sono come T-1001.',
    same_ticket: ({ id }) => `È proprio ${id}. Scegline un altro.`,
    already_linked: ({ id }) => `${id} è già collegato a quel ticket.`,
    not_linked: ({ id }) => `${id} non ha questo collegamento.`,
    undo_there: ({ id }) => `L’ultima modifica di ${id} viene da un altro ticket. Annullala lì.`,
    not_sure: ({ doing }) => `Conferma che vuoi ${doing}.`,
    too_late: ({ id, group }) =>
      `${id} è stato risolto da troppo tempo perché ${group} lo riapra. Invia una nuova richiesta.`,
    already_rated: ({ id }) => `Hai già valutato ${id}. Per ogni richiesta conta un solo voto.`,
    confirmed_already: ({ id }) => `Che ${id} è risolto è già stato confermato.`,
    ask_an_agent: ({ id, assignee }) =>
      `${assignee ?? 'Qualcuno'} si sta già occupando di ${id}. Scrivi che non ti serve più: poi potrai dare l’assenso ad annullarlo.`,
    asked_already: ({ id }) => `Al richiedente di ${id} lo abbiamo già chiesto.`,
    no_agreement: ({ id }) => `${id} si annulla solo con l’accordo del richiedente. Scrivi come siete rimasti.`,
    already_archived: ({ id }) => `${id} è già in archivio.`,
    told_anyway: ({ id, self }) =>
      self ? `${id} è una tua richiesta: sai già tutto.` : `${id} è una richiesta di questa persona, che sa già tutto.`,
    follows_already: ({ id, self }) => (self ? `Segui già ${id}.` : `Questa persona segue già ${id}.`),
    not_following: ({ id }) => `${id} non era seguito: non c’è nulla da togliere.`,
    not_followed: ({ id }) =>
      `${id} è privato, o tra gruppi: lo segue solo chi può già leggerlo. Scegli uno dei suoi operatori.`,
    too_many_followers: ({ id }) => `${id} è già seguito da cinquanta persone. Prima togline qualcuna.`,
    too_many_tags: ({ id }) => `Un ticket ha al massimo 20 etichette. Prima togline qualcuna da ${id}.`,
    nothing_to_resend: ({ id }) =>
      `Di ${id} non c’è alcuna risposta da inviare di nuovo: è già ripartita o è arrivata.`,
    send_past: () => 'Questo momento è già passato. Scegline uno successivo, o lascia vuoto per inviare subito.',
    send_too_far: () => 'Mancano più di 90 giorni. Scegli un momento più vicino.',
    writer_may_not: () =>
      'Chi ha scritto questa risposta qui non può più rispondere. Scegli «Modifica» per inviarla a tuo nome.',
    scheduled_already: ({ id }) =>
      `Per ${id} c’è già una risposta in attesa della sua ora. Prima inviala, modificala o annullala.`,
    not_scheduled: ({ id }) =>
      `Per ${id} quella risposta non è più in attesa: è stata inviata, modificata o annullata.`,
    nothing_changed: ({ id }) => `Di ${id} non è cambiato nulla.`,
    masking_off: () =>
      'Qui non si può mascherare: chi gestisce il desk deve impostare MASKING_KEYS. Intanto chiedi a un amministratore di cancellare il messaggio.',
    undocumented: ({ id, group }) =>
      `${group} vuole sapere di che cosa si trattava e come è stato risolto prima di chiudere un ticket. Premi Risolvi su ${id}: il modulo lo chiede.`,
    nothing_to_mask: ({ id }) =>
      `Queste parole non si trovano in ${id}. Spunta ciò che è stato trovato, o incolla le parole esattamente come sono scritte.`,
    nothing_masked: ({ id }) => `In ${id} non c’è nulla di mascherato.`,
    nothing_chosen: ({ id }) =>
      `Scegli almeno una parte. Ciò che è mascherato in ${id} può essere cambiato nel frattempo: riapri questa finestra per vederlo com’è ora.`,
    stays_masked: () =>
      'Tutto questo si trova anche in altre parole che restano mascherate, e non se ne potrebbe leggere nulla. Scegli anche quelle.',
    key_lost: ({ id }) =>
      `La chiave con cui è stato sigillato non c’è più, quindi ${id} resta mascherato. Chi gestisce il desk può rimettere la vecchia chiave in MASKING_KEYS.`,
    nothing_to_undo: ({ id }) => `Su ${id} non c’è nulla di tuo da annullare: l’ultima modifica è di altri.`,
    changed_since: ({ id }) => `${id} è cambiato ancora dopo quella modifica. Aprilo per annullare l’ultima.`,
    told_already: ({ id }) => `Altri lo sanno già, quindi ${id} non può tornare come prima in silenzio.`,
    too_late_to_undo: ({ id }) => `È passato troppo tempo per annullare l’azione su ${id}.`,
    nothing_asked: ({ id, state }) => `Su ${id} non c’è più nulla da chiarire: è ${state}.`,
    may_be_same: ({ id }) =>
      `Il richiedente ha scritto di nuovo dopo che ${id} era risolto. Riaprilo, o aspetta che dica di che cosa si tratta.`,
    not_their_turn: ({ id }) => `Nessuno aspetta il richiedente di ${id}.`,
    not_due: ({ id }) => `Il tempo per ${id} non è scaduto.`,
    banned_words: ({ words, group }) =>
      `${group === '' ? 'Questo gruppo' : group} non manda queste parole ai richiedenti: ${words}. Dillo in un altro modo.`,
    unwise_words: ({ words }) =>
      `Sono nell’elenco delle parole che non si mandano ai richiedenti: ${words}. Cambiale, oppure invia dal modulo, che te lo chiede un’altra volta.`,
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
    follower: 'chi lo segue',
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
    add: {
      required: 'Scrivi un’etichetta da aggiungere, o una da togliere.',
      too_long: 'Un ticket ha al massimo 20 etichette. Scrivine di meno.',
      invalid: 'Un’etichetta ha al massimo 40 caratteri. Separa le etichette con virgole.',
    },
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
