import type { State } from '../../../domain/language.ts';
import type { RefusalFacts } from '../chapters.ts';
import type { TeamWords } from '../team.ts';

/** What another team did with the ticket that it was asked in. */
const HOW: Partial<Record<State, string>> = {
  pending: 'ha risposto: bisogna aspettare, vedi',
  resolved: 'ha risolto',
  completed: 'ha risolto',
  cancelled: 'ha annullato',
  spam: 'ha preso per spam',
};

export const team: TeamWords = {
  target: { label: 'A chi chiedi?' },
  person: 'A una persona: serve una decisione',
  team: 'A un altro gruppo: serve il suo lavoro',
  type: { label: 'Di che cosa si tratta?', placeholder: 'Scegli', hint: 'Da qui dipende che cosa chiede il gruppo.' },
  anything: (name) => `Altro per ${name}`,
  content: {
    label: 'Che cosa devono sapere?',
    hint: 'Il gruppo legge questo, non la vostra discussione. Togli ciò che non lo riguarda.',
  },
  preview:
    'Riceve un ticket suo. Le sue risposte arrivano nella discussione di questo; chi ha fatto la richiesta non le legge.',
  fieldsOf: (type) => `${type}: che cosa devono sapere`,
  state: 'A un altro gruppo',
  standing: (group, child, since) => `A ${group} in *${child}* da ${since}`,
  shown: (child) => `Se ne occupa un altro gruppo in ${child}`,
  linked: (child, group, state) => `🔗 *${child}* a ${group}: ${state}`,
  linkedShown: (child, state) => `🔗 Segnalazione collegata ${child}: ${state}`,
  shownStates: {
    new: 'in attesa di essere presa in carico',
    preparing: 'in lavorazione',
    in_progress: 'in lavorazione',
    requester_replied: 'in lavorazione',
    escalation_answered: 'in lavorazione',
    answered: 'in lavorazione',
    pending: 'in attesa di altro',
    workaround: 'per ora funziona',
    escalated: 'in lavorazione',
    resolved: 'risolta',
    completed: 'risolta',
    cancelled: 'chiusa',
    spam: 'chiusa',
  },
  asked: (child, group, title) => `${child} per ${group}: ${title}`,
  answered: (group, how, child) => `${group} ${HOW[how] ?? HOW.resolved} ${child}`,
  askedBy: (parent, group) =>
    `🔗 Chiesto da ${parent}${group ? `, ${group}` : ''}: le risposte le leggono loro, non chi ha fatto la richiesta`,
  calledOff: (parent, at) => `${parent} non ne ha più bisogno, ${at}. Si può annullare.`,
  writeHere: (child) =>
    `Arriva loro solo quello che invii: premi il pulsante, oppure scrivi \`?tell ${child} le tue parole\`.`,
  tellWhom: (children) => `A chi lo dico? Indica il ticket, per esempio \`?tell ${children} le tue parole\`.`,
  tellThere: (child) =>
    `Non è stato inviato nulla. Scrivi \`?tell ${child} le tue parole\` nella discussione del ticket che ha chiesto.`,
  told: (child) => `Le tue parole sono in ${child}.`,
  noChild: 'Da questo ticket non è ancora stato chiesto nulla a un altro gruppo. Si fa con Chiedi una decisione.',
};

/** Why another team is not asked, or does not answer. */
export const teamWhy = {
  asked_by_team: ({ id }: RefusalFacts) => `${id} l’ha chiesto un altro gruppo, quindi resta suo.`,
  own_team: ({ group }: RefusalFacts) => `${group} non può chiedere a se stesso. Scegli un altro gruppo.`,
  not_an_issue_group: () => 'Questo gruppo non accoglie segnalazioni di altri. Scegline uno che le accolga.',
  not_answered: ({ id }: RefusalFacts) => `L’altro gruppo non ha ancora risposto su ${id}.`,
  called_off_already: ({ id }: RefusalFacts) => `${id} è già revocato, oppure non l’ha chiesto un altro gruppo.`,
};
