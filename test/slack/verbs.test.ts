import { expect, test } from 'vitest';
import { USUAL_EMOJI } from '../../src/domain/group.ts';
import { ROLES, STATES, ticketNumber } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { ruleOf, type Verb, VERBS } from '../../src/domain/verbs.ts';
import { click, submission } from '../../src/slack/codec.ts';
import { SHORTCUTS } from '../../src/slack/shortcuts.ts';
import { meaningOf } from '../../src/slack/command.ts';
import { forms } from '../../src/slack/forms/forms.ts';
import { orderOf } from '../../src/slack/order.ts';
import { isDirect } from '../../src/slack/typed.ts';
import { agentsCard } from '../../src/slack/views/card.ts';
import { escalationCard } from '../../src/slack/views/manager.ts';
import { requesterCard } from '../../src/slack/views/requester.ts';
import { ticketView } from '../../src/slack/views/show.ts';
import { ana, at, book, drawingOf, escalation, inMain, lea, now, ticketIn, told } from './views/make.ts';

/** Every way to do a verb, found where it is drawn and read, never listed: what stands in the page is what there is. */
const SURFACES = ['card', 'requester', 'manager', 'window'] as const;
type Surface = (typeof SURFACES)[number];

const scene = { book, language: 'en' as const, now };
const asked = { seq: 3, by: ana, at: at('09:40') };
const variants = (state: (typeof STATES)[number]): Ticket[] =>
  [
    {},
    { creator: lea, sendToUser: false },
    { cancelAsked: asked },
    { sameAsked: asked },
    { links: [{ ticket: ticketNumber(1001), how: 'related' }] },
    { archivedAt: at('09:50') },
    { followers: [ana] },
    { masked: 1 },
    {
      scheduled: {
        seq: 3,
        verb: 'reply' as const,
        by: ana,
        answer: { text: 'x' },
        at: at('09:40'),
        warned: false,
        held: false,
        acts: [],
        templates: [],
        stopped: null,
      },
    },
    { undelivered: [{ seq: 2, why: 'left' as const }] },
    {
      resolution: {
        reason: 'confirmed_by_requester',
        by: ana,
        at: at('09:40'),
        duplicateOf: null,
        originalDone: false,
      },
    },
  ].map((other) => ticketIn(state, 'resolution' in other && state !== 'resolved' ? {} : other));

const none = { notes: [], history: [], suggestions: [] };

function drawnOn(surface: Surface, ticket: Ticket): unknown {
  const drawing = drawingOf(ticket);
  switch (surface) {
    case 'card':
      return agentsCard({ drawing, book, now });
    case 'requester':
      return requesterCard({ drawing, ...scene });
    case 'manager':
      return [null, at('09:45')].map((acknowledgedAt) =>
        escalationCard({ escalation: { ...escalation, acknowledgedAt }, drawing, ...none, ...scene }),
      );
    case 'window':
      return (['info', 'talk'] as const).map((tab) =>
        ticketView({
          ...scene,
          drawing,
          told: [told('reply', ana, { said: inMain(ana, 'Restart it.') })],
          undoable: true,
          roles: [...ROLES],
          internal: true,
          viewer: ana,
          leaf: { tab, page: 0 },
        }),
      );
  }
}

type Press = { verb: Verb; how: 'button' | '⋯' };

/** All buttons and three dots in a drawing, read back as Slack would send them. */
function pressesIn(node: unknown): Press[] {
  if (Array.isArray(node)) return node.flatMap(pressesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, options } = node as { type?: string; options?: readonly unknown[] };
  const read = (element: object, how: Press['how']): Press[] => {
    const parsed = click.parse({ trigger_id: 't', user: { id: 'UANA' }, actions: [element] });
    return parsed.meant.kind === 'verb' ? [{ verb: parsed.meant.verb, how }] : [];
  };
  if (type === 'button') return read(node, 'button');
  if (type === 'overflow') return (options ?? []).flatMap((selected_option) => read({ ...node, selected_option }, '⋯'));
  return Object.values(node).flatMap(pressesIn);
}

const found = Object.fromEntries(
  SURFACES.map((surface) => [
    surface,
    STATES.flatMap((state) => variants(state)).flatMap((ticket) => pressesIn(drawnOn(surface, ticket))),
  ]),
) as Record<Surface, Press[]>;

const byPress = (surface: Surface, verb: Verb): string =>
  [...new Set(found[surface].filter((press) => press.verb === verb).map(({ how }) => how))].toSorted().join(', ');

/** What happens when it is typed: it is done, done with the words behind it, or asks first. */
const typed = (verb: Verb): string =>
  isDirect(verb, '')
    ? 'at once'
    : isDirect(verb, 'words')
      ? 'with its words'
      : isDirect(verb, 'T-1002')
        ? 'with a number'
        : 'asks';

const slash = (verb: Verb): string => {
  const meaning = meaningOf(`${verb.replaceAll('_', '-')} #1042`);
  return meaning.kind === 'verb' && meaning.verb === verb && meaning.number === 1042 ? typed(verb) : '';
};
const inThread = (verb: Verb): string =>
  ['?', '<@UBOT> '].every((mark) => orderOf(`${mark}${verb.replaceAll('_', '-')}`, 'UBOT')?.verb === verb)
    ? typed(verb)
    : '';
const byEmoji = (verb: Verb): string =>
  Object.entries({ ...USUAL_EMOJI, rotating_light: 'edit' })
    .filter(([, meant]) => meant === verb)
    .map(([emoji]) => `:${emoji}:`)
    .join(' ');
/** What has a way of its own, which no table knows. */
const ELSEWHERE: Partial<Record<Verb, string>> = {
  message: 'written in its thread in Main; to the bot alone, which asks which ticket is meant',
  reply: `written in Main by an agent; message shortcut \`${SHORTCUTS.send}\``,
  note: `written in its thread among agents; message shortcut \`${SHORTCUTS.add}\``,
  split: `message shortcut \`${SHORTCUTS.split}\``,
  mask: `message shortcut \`${SHORTCUTS.mask}\``,
  schedule: '*When* in the forms of `reply`, `resolve` and `pend`',
};
const hasForm = (verb: Verb): string =>
  forms[verb] &&
  submission.safeParse({ user: { id: 'UANA' }, view: { id: 'V', hash: 'h', callback_id: `form.${verb}` } }).success
    ? 'yes'
    : '';

const row = (verb: Verb): string[] => [
  ...SURFACES.map((surface) => byPress(surface, verb)),
  hasForm(verb),
  slash(verb),
  inThread(verb),
  byEmoji(verb),
  ELSEWHERE[verb] ?? '',
];
const isClocks = (verb: Verb) => ruleOf(verb).by.every((role) => role === 'clock');

function page(): string {
  const rows = VERBS.map((verb) => [`\`${verb.replaceAll('_', '-')}\``, ...row(verb)]);
  const clock = VERBS.filter((verb) => isClocks(verb) && verb !== 'linked').map(
    (verb) => `\`${verb.replaceAll('_', '-')}\``,
  );
  return [
    '# Every verb on every surface',
    '',
    'Found in what is drawn and read, by `test/slack/verbs.test.ts`, which fails when this page is old.',
    'After an intended change: `npx vitest run test/slack/verbs.test.ts -u`, and read the difference. Who may do what, and when, says [the law](law.md).',
    '',
    '* **⋯**: among the three dots. **Form**: the window in which it asks what it needs; a press opens it.',
    '* **/ticket**: `/ticket keep T-1001`; `keep 1001`, `keep #1001`, `KEEP t-1001` and `T-1001 keep` are the same. **at once**: it is done.',
    '  **with its words**: `/ticket reply T-1001 Please restart it.`; without words, and where it says **asks**, its form opens.',
    '* **In the thread**, where Slack takes no commands: `?keep` or `@Threadesk keep`; `?keep T-1002` speaks of another ticket, and in the',
    '  messages with the bot the number always stands with it. What asks is one press away; what would leave the agents’ thread is shown first.',
    '* **Emoji** under the agents’ card; every group may have its own, with any verb (`emoji` in the desk file), or none.',
    '* A word that is nearly a verb is answered with the verb that it is near, and nothing is done.',
    `* Only the clock does ${clock.join(', ')}. Nobody does \`linked\` by itself: it is what was done to the other of two tickets.`,
    '* **with a number**: `/ticket link T-1001 T-1002`; in the thread `?link T-1002`.',
    '',
    '| verb | agents’ card | requester’s card | manager’s card | ticket’s window | form | /ticket | in the thread | emoji | elsewhere |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.map((cell) => cell || '·').join(' | ')} |`),
    '',
    'Without a verb: `/ticket`, the global shortcut `' +
      SHORTCUTS.create +
      '`, the message shortcut `' +
      SHORTCUTS.createFrom +
      '`, the App',
    'Home, the bot by name and :ticket: under a message of a request channel begin a new request.',
    '',
  ].join('\n');
}

test('the printed page says where each verb is', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/verbs.md');
});

test('whatever a person may do he can do by pressing and by typing', () => {
  // One asks within the forms of others.
  for (const verb of VERBS.filter((one) => !isClocks(one) && one !== 'schedule')) {
    expect([verb, SURFACES.some((surface) => byPress(surface, verb) !== '')]).toEqual([verb, true]);
    if (verb !== 'message') expect([verb, slash(verb), inThread(verb)]).not.toContain('');
    expect([verb, hasForm(verb) !== '']).toEqual([verb, forms[verb] !== null]);
  }
  for (const verb of VERBS.filter(isClocks)) expect(row(verb).join('')).toBe('');
});
