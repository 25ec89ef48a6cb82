import { expect, test } from 'vitest';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { type Case, changed, faultsLike, faultsOf, SMALL } from './small.ts';

test('a sound file has no fault', () => expect(faultsOf(SMALL)).toEqual([]));

test.each<Case>([
  [
    "no agents' channel",
    changed(['    channel: support-desk\n', '']),
    ['8: group "support" needs an agents\' channel, for example  channel: support-desk.'],
  ],
  [
    'a channel behind a #',
    changed(['channel: support-desk', 'channel: #support-desk']),
    [
      '11: group "support" needs an agents\' channel, for example  channel: support-desk  (without #, which begins a comment).',
    ],
  ],
  [
    'three faults in one group',
    changed(['name: IT', 'nam: IT'], ['kind: issue', 'kind: issues'], ['channel: it-desk', 'channel: [it-desk]']),
    [
      '15: group "it" needs a name, for example  name: Support.',
      '16: group "it" has no setting "nam"; it may have name, kind, language, channel, request_channels, leads, agents, chain, policies, hours, sla.',
      '17: group "it" needs "kind": one of consultation, issue, not "issues", for example  kind: consultation.',
      '18: group "it" needs an agents\' channel, not a list, for example  channel: support-desk.',
    ],
  ],
  [
    'a lead whom nobody knows',
    changed(['leads: [lea@x.example]', 'leads: [leo@x.example]']),
    [
      '13: group "support" names the lead "leo@x.example", who does not stand under people; add  leo@x.example: {}  there or correct it.',
    ],
  ],
  [
    'a name that is no e-mail',
    changed(['lea@x.example: { manager: nora@x.example }', 'lea@x.example: { manager: Nora }']),
    [
      '3: person "lea@x.example" needs an e-mail for "manager", not "Nora", for example  manager: lea@northwind.example.',
      '3: person "lea@x.example" names the manager "Nora", who does not stand under people; add  Nora: {}  there or correct it.',
    ],
  ],
  [
    'managers in a circle',
    changed(
      ['nora@x.example: {}', 'nora@x.example: { manager: ana@x.example }'],
      ['ana@x.example: { manager: lea@x.example }', 'ana@x.example: { manager: lea@x.example, admin: true }'],
    ),
    [
      '3: person "lea@x.example" stands in a circle of managers: lea@x.example → nora@x.example → ana@x.example → lea@x.example; somebody in it must have no manager, or another one.',
    ],
  ],
  [
    'his own manager',
    changed(['nora@x.example: {}', 'nora@x.example: { manager: nora@x.example }']),
    [
      '4: person "nora@x.example" stands in a circle of managers: nora@x.example → nora@x.example; somebody in it must have no manager, or another one.',
    ],
  ],
  [
    'one person in two spellings',
    changed(['nora@x.example: {}', 'nora@x.example: {}\n  Nora@X.example: {}']),
    ['5: person "Nora@X.example" stands under people twice; keep one of the two.'],
  ],
  [
    'one channel for two purposes',
    changed(['request_channels: [ask-support]', 'request_channels: [ask-support, it-desk]']),
    ['18: group "it" uses #it-desk, which is already a request channel of "support"; give it a channel of its own.'],
  ],
  [
    'a group that asks in its own channel',
    changed(['request_channels: [ask-support]', 'request_channels: [ask-support, support-desk]']),
    [],
  ],
  [
    'its own channel twice',
    changed(['request_channels: [ask-support]', 'request_channels: [support-desk, support-desk]']),
    [
      '12: group "support" uses #support-desk, which is already a request channel of "support"; give it a channel of its own.',
    ],
  ],
  [
    'a group that asks in the channel of another one, which asks there itself',
    changed(
      ['request_channels: [ask-support]', 'request_channels: [support-desk]'],
      ['    channel: it-desk', '    channel: it-desk\n    request_channels: [support-desk]'],
    ),
    [
      '19: group "it" uses #support-desk, which is already a request channel of "support"; give it a channel of its own.',
    ],
  ],
  [
    'an end of the chain that is none',
    changed(['it_support: it', 'it_support: its']),
    ['1: the desk file names the group "its", which does not exist; the groups are support, it.'],
  ],
  [
    'a chain without an end',
    changed(['it_support: it\n', '']),
    [
      '13: group "support" ends its chain at it_support, but the file does not say which group that is; add  it_support: it  at the top.',
    ],
  ],
  [
    'nobody at the end of the chain',
    changed(['    leads: [nora@x.example]\n', '']),
    [
      '15: group "it" is the it_support at the end of every chain and so needs a lead, for example  leads: [nora@northwind.example].',
    ],
  ],
  [
    'a step that does not exist',
    changed(['manager_of_assignee', 'the_boss']),
    [
      '14: group "support" needs a known step in its chain (manager_of_assignee, group_lead, it_support, person: an e-mail, user_group: a handle, or on_call: { people, every, from, zone }), not "the_boss", for example  chain: [manager_of_assignee, it_support].',
    ],
  ],
  [
    'emoji that mean nothing',
    changed(['    name: IT', '    name: IT\n    policies: { emoji: { eyes: look } }']),
    [
      '17: group "it" needs emoji with a verb each, true for the usual ones, or off, not a block with eyes, for example  emoji: { ticket: create, eyes: keep }.',
    ],
  ],
  [
    'a policy out of its mind',
    changed(['    name: IT', '    name: IT\n    policies: { ack_minutes: soon, ask_minutes: 3, reopen: never }']),
    [
      '17: group "it" needs "reopen": one of reopen_in_window, follow_up_only, reopen_n_days, not "never", for example  reopen: reopen_in_window.',
      '17: group "it" needs whole minutes for "ack_minutes", not "soon", for example  ack_minutes: 30.',
      '17: group "it" has no setting "ask_minutes"; it may have assignee_may_forward, assignee_may_forward_triggered, anybody_may_raise, may_leave_unassigned, auto_assign, reoffer_minutes, reopen, reopen_days, remind_days, no_response_days, emoji, ack_minutes, ack_minutes_urgent, nudge_hours, escalate_on, urgent_unassigned_minutes, banned_words, files, processing_types, document_on_close, customer_for_agents.',
    ],
  ],
])('%s', (_, text, faults) => expect(faultsLike(text, faults)).toEqual(faults));

test('a group may say what its emoji mean, with or without colons, or that they mean nothing', () => {
  const emoji = (given: string) => {
    const { groups } = parseDeskFile(
      'desk.yml',
      changed(['    name: IT', `    name: IT\n    policies: { emoji: ${given} }`]),
    );
    return (groups as Record<string, { policies: { emoji: unknown } }>)['it']?.policies.emoji;
  };
  expect(emoji('{ ":eyes:": keep, lock: resolve-internally }')).toEqual({ eyes: 'keep', lock: 'resolve_internally' });
  expect(emoji('off')).toBe(false);
  expect(emoji('true')).toBe(true);
});
