import { expect, test } from 'vitest';
import { type Case, changed, faultsLike, faultsOf, SMALL, STORY, withTicket } from './small.ts';

test('a sound ticket has no fault', () => expect(faultsOf(withTicket(...STORY))).toEqual([]));

test.each<Case>([
  [
    'types that lead nowhere',
    changed(
      ['group: support # technical', 'group: suport'],
      ['name: { en: Malfunction', 'group: its\n        name: { en: Malfunction'],
    ),
    [
      '23: type "technical" names the group "suport", which does not exist; the groups are support, it.',
      '26: type "malfunction" names the group "its", which does not exist; the groups are support, it.',
    ],
  ],
  [
    'a type without a group',
    changed(['    group: support # technical\n', '']),
    [
      '21: type "technical" needs a group, its own or that of the type above it, for example  group: support.',
      '24: type "malfunction" needs a group, its own or that of the type above it, for example  group: support.',
    ],
  ],
  [
    'two types of one key',
    `${SMALL}  malfunction: { name: M, group: it }\n`,
    ['29: type "malfunction" has a key that another type has too; every type needs its own.'],
  ],
  [
    'a key that is none',
    changed(['      malfunction:', '      Mal-function:']),
    [
      '25: type "Mal-function" has the key "Mal-function"; a key is written in small letters, digits and _ and begins with a letter, for example  it_support.',
    ],
  ],
  [
    'a language that is not spoken',
    changed(['it: Malfunzionamento', 'fr: Panne']),
    [
      '26: type "malfunction" needs a name, one for all or one per language (en, it), not a block with en, fr, for example  name: { en: Payments, it: Pagamenti }.',
    ],
  ],
  [
    'fields at odds with themselves',
    changed([
      '- { key: device, label: Device, ask: choice, options: [{ key: laptop, label: Laptop }] }',
      "- { key: device, label: Device, ask: choice }\n          - { key: device, label: Again, pattern: '(' }\n          - { key: phone, label: Phone, options: [] }\n          - { key: code, label: Code, ask: several, options: [{ key: a, label: A }], pattern: '(a+)+' }",
    ]),
    [
      '28: field "device" of type "malfunction" asks for a choice and so needs options, for example  options: [{ key: laptop, label: Laptop }].',
      '29: field "device" of type "malfunction" stands in this type twice; keep one of the two.',
      '29: field "device" of type "malfunction" has a pattern that is not a regular expression, for example  pattern: \'\\d{6}\'.',
      '30: field "phone" of type "malfunction" has options; write  ask: choice  or  ask: several  with them.',
      '31: field "code" of type "malfunction" has a pattern that could take for ever on some answers: let nothing be repeated inside what is repeated, ',
    ],
  ],
  [
    'a ticket of nobody about nothing',
    withTicket('title: T', 'content: C', 'requester: zoe@x.example', 'type: nope', 'ago: 2 hours'),
    [
      '32: ticket "T" names the requester "zoe@x.example", who does not stand under people; add  zoe@x.example: {}  there or correct it.',
      '33: ticket "T" names the type "nope", which does not exist.',
      '34: ticket "T" needs "ago", how long ago it came in, in d, h, m and s, not "2 hours", for example  ago: 2h.',
    ],
  ],
  [
    'a ticket with wrong answers',
    withTicket(
      ...STORY.filter((line) => line !== 'group: support'),
      'type: malfunction',
      'fields: { device: toaster, colour: red }',
    ),
    [
      '35: ticket "T" has an answer to "device" that its type does not allow.',
      '35: ticket "T" answers "colour", which its type does not ask.',
    ],
  ],
  [
    'a past that has not happened yet',
    withTicket(...STORY, 'then:', '  - { after: 2h, by: ana@x.example, do: keep }'),
    ['34: ticket "T" would end in the future: its steps take longer than it is ago.'],
  ],
  [
    'steps that cannot be done',
    withTicket(
      ...STORY,
      'then:',
      '  - { after: 5m, by: zoe@x.example, do: kep }',
      '  - { after: 5m, by: ana@x.example, do: keep, wit: {} }',
    ),
    [
      '36: step 1 of ticket "T" needs "do": one of keep, ',
      '36: step 1 of ticket "T" names the actor "zoe@x.example", who ',
      '37: step 2 of ticket "T" has no setting "wit"; it may have after, by, do, with.',
    ],
  ],
  [
    'a step without what its verb needs',
    withTicket(
      ...STORY,
      'then:',
      '  - { after: 5m, by: ana@x.example, do: pend, with: { kind: check, waiting_fr: it } }',
    ),
    [
      '36: step 1 of ticket "T" needs "waiting_for" with pend.',
      '36: step 1 of ticket "T" gives "waiting_fr", which "pend" does not take; it takes kind, waiting_for, ',
    ],
  ],
])('%s', (_, text, faults) => expect(faultsLike(text, faults)).toEqual(faults));
