import { triggerEditor as editor } from './trigger-editor.ts';
import { MOST_IN_AN_HOUR } from '../../../domain/triggers.ts';
import type { TriggerListWords, TriggerWords } from '../triggers.ts';

const OUTCOMES: Record<string, string> = {
  done: 'done',
  nothing: 'it was so already',
  overtaken: 'a later trigger assigned it',
  nobody_free: 'nobody was free',
  queued: 'waiting to be called',
  called: 'called',
  no_secret: 'not called: its secret does not stand in the environment',
  closed_address: 'not called: the address is in a private network, and TRIGGER_HOSTS does not name it',
  timeout: 'no answer within five seconds',
};

const list: TriggerListWords = {
  title: 'Triggers',
  onlyLeads: 'Triggers are looked after by administrators and by the leads of a group. Ask one of them.',
  none: 'There is no trigger yet that you look after.',
  intro: 'Looked at from the first to the last; of several that assign, the last one counts.',
  on: 'on',
  off: 'off',
  rests: (wrong) => `on, but it rests. ${wrong}. Edit it.`,
  uncalled: (wrong) => `on, but it calls nobody. ${wrong}.`,
  broken: (wrong) => `off. ${wrong}. Edit it.`,
  mended: 'on, but it rests: what it names was gone and is there again. Try it and switch it on',
  waits: (events) => `When: ${events}`,
  when: (match, count) =>
    count === 0
      ? 'for every ticket'
      : count === 1
        ? 'if its condition holds'
        : match === 'all'
          ? `if all of its ${count} conditions hold`
          : `if any of its ${count} conditions holds`,
  does: (results) => `Then: ${results === '' ? 'nothing yet' : results}`,
  happening: {
    created: 'a request came in',
    changed: 'something of it changed',
    assigned: 'somebody got it',
    wrote: 'the requester wrote',
    replied: 'an agent answered',
    rated: 'it was rated',
    reopened: 'it was opened again',
    resolved: 'it was resolved',
    escalated: 'it was escalated',
    at_risk: 'time is short',
    late: 'it is late',
  },
  doing: {
    assign: 'assign it',
    priority: 'set the priority',
    type: 'set the type',
    tag: 'tag it',
    notify: 'tell somebody',
    escalate: 'escalate it',
    call: 'call a URL',
  },
  choose: { up: 'Earlier', down: 'Later', off: 'Switch off', try: 'Try and switch on', log: 'What it did' },
  trial: {
    title: 'Try it first',
    submit: 'Switch on',
    found: (met, of) =>
      of === 0
        ? 'There is no ticket yet to try it on.'
        : `Of the last ${of === 1 ? 'ticket' : `${of} tickets`} it would have meant *${met === 0 ? 'none' : met}*.`,
    rows: 'The newest of them:',
    now: 'Tried on the tickets as they are now. Nothing was done.',
  },
  cannot: (wrong) => `It cannot be switched on. ${wrong}. Edit it first.`,
  changed: 'It was changed since you tried it. Close this and try it again.',
  log: {
    title: 'What it did',
    none: 'Nothing yet. What it does is kept here for 90 days.',
    fired: (id, at) => `${id} · ${at}`,
    because: (happened, by) => `Because: ${happened}${by === null ? '' : ` (${by})`}`,
    held: 'These conditions held:',
    did: 'What it did:',
    why: 'Why?',
    forgotten: 'It is not known any more: what triggers did is kept for 90 days. Or the trigger is not yours to see.',
    stopped: {
      too_deep: 'stopped: triggers set one another off again and again',
      too_often: `stopped: it had acted ${MOST_IN_AN_HOUR} times here within an hour`,
    },
  },
  calls: {
    title: 'Calls',
    intro:
      'The newest tries to call a URL. The secret is changed in the environment: the new one in `TRIGGER_SECRET` or `TRIGGER_SECRET_NAME`, the one before it for a while in the same with `_OLD` behind; both sign until you take that away.',
    none: 'Nothing was called yet. Each try is kept here for 90 days.',
    tried: (outcome, attempt, ms) => `${outcome} · try ${attempt} of 5 · ${ms} ms`,
    again: (at) => `It is tried again: ${at}`,
    over: 'It is not tried again.',
  },
  outcome: (word) =>
    OUTCOMES[word] ??
    (word.startsWith('status_')
      ? `answered ${word.slice('status_'.length)}`
      : `not done (${word.replaceAll('_', ' ')})`),
};

export const triggers: TriggerWords = {
  list,
  editor,
  trouble: {
    broken: ({ name, named, person }) =>
      `The trigger ${name} rests: it names ${named === '' ? 'something' : `“${named}”`}, ${person ? 'who is not here' : 'which does not exist'} any more.`,
    loop: ({ name, id }) =>
      `The trigger ${name} was stopped on ${id}: it was set off there again and again, by other triggers or too often within an hour.`,
    call: ({ name, id, named }) =>
      `The trigger ${name} could not call ${named} for ${id}: five tries within an hour failed. It is not tried again.`,
  },
  over: 'It was changed meanwhile.',
  todo: 'Type `/ticket triggers` to see it, its log, and to change it or switch it off.',
  channel: ({ id, title, trigger }) => `${id}${title === null ? '' : `: ${title}`}\nTold by the trigger ${trigger}.`,
};
