import type { StaticSelect } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { initialValue, isStateful } from '../../local-slack/core/values.ts';
import type { KeptTemplate } from '../../src/desk/templates.ts';
import { groupKey, LANGUAGES, PENDING_KINDS, PRIORITIES } from '../../src/domain/language.ts';
import type { TemplateAct } from '../../src/domain/templates.ts';
import { type Answers, submission } from '../../src/slack/codec.ts';
import { processingMenu } from '../../src/slack/templating/category.ts';
import { draftOf, givenOf, keptActs, readDraft } from '../../src/slack/templating/draft.ts';
import { errorsOf } from '../../src/slack/templating/editor.ts';
import { editorView, listView } from '../../src/slack/templating/view.ts';
import { wordsOf } from '../../src/slack/words/catalog.ts';
import { actor } from '../make.ts';
import { book, now } from './views/make.ts';

const [support0, billing0] = book.groups;
const withTypes = (group: typeof support0, ...keys: readonly string[]) => ({
  ...group!,
  policies: { ...group!.policies, processing_types: keys.map((key) => ({ key, name: { en: `${key}!`, it: key } })) },
});
const knowing = {
  ...book,
  groups: [withTypes(support0, 'network', 'access'), withTypes(billing0, 'access', 'invoice')],
};
const scene = { book: knowing, language: 'en' as const, now };
const support = groupKey('support');

/** What Slack reports of a window in which nobody has touched anything. */
function answersOf(view: ReturnType<typeof editorView>): Answers {
  const values: Record<string, Record<string, unknown>> = {};
  for (const block of view.blocks) {
    const { element } = block as { element?: Record<string, unknown> };
    if (element && isStateful(element))
      (values[block.block_id ?? ''] ??= {})[String(element['action_id'])] = initialValue(element);
  }
  const { callback_id, private_metadata } = view;
  const body = { user: { id: 'U1' }, view: { id: 'V1', hash: '1', callback_id, private_metadata, state: { values } } };
  return submission.parse(body).answers;
}

const act = fc.constantFrom<TemplateAct>(
  ...PRIORITIES.map((priority) => ({ verb: 'edit' as const, input: { priority } })),
  { verb: 'edit', input: { title: 'Another title' } },
  { verb: 'tag', input: { add: ['vpn'], remove: ['old'] } },
  { verb: 'tag', input: { add: ['vpn', 'vip'] } },
  { verb: 'forward', input: { group: 'support' } },
  { verb: 'forward', input: { group: 'support', to: 'U0ANA' } },
  { verb: 'work', input: {} },
  { verb: 'archive', input: {} },
  { verb: 'resolve', input: { reason: 'solved' } },
  { verb: 'resolve', input: { reason: 'duplicate' } },
  ...PENDING_KINDS.map((kind) => ({ verb: 'pend' as const, input: { kind, waiting_for: 'an “answer” <b>' } })),
);
const words = fc.constantFrom('Hello {{requester}}', '100% "sure" <b> & \\', 'Più veloce');
const template = fc.record({
  code: fc.constantFrom('hello', 'vpn_reset_2'),
  group: fc.constantFrom(null, support),
  title: fc.constantFrom('Hello', '"Quoted" \\ % <name>'),
  text: fc.oneof(words, fc.record({ en: words }), fc.record({ it: words }), fc.record({ en: words, it: words })),
  variants: fc.constantFrom({}, { billing: 'Other words' }),
  processing: fc.constantFrom(null, 'network', 'invoice', 'gone'),
  acts: fc.uniqueArray(act, { maxLength: 4 }),
  uses: fc.nat(1000),
  usedAt: fc.constantFrom(null, now),
  version: fc.nat(9),
});
const draw = (one: KeptTemplate) =>
  editorView({
    ...scene,
    draft: draftOf(one),
    editor: actor('ada'),
    seen: one,
    kept: keptActs(one),
    copied: false,
    page: 0,
    find: '',
  });

describe('the window of a template', () => {
  it('keeps whatever there is when nobody touches anything, and is one that Slack takes', () => {
    fc.assert(
      fc.property(template, (one) => {
        const view = draw(one);
        expect(viewProblems(view as never)).toEqual([]);
        const { uses: _uses, usedAt: _usedAt, version: _version, ...given } = one;
        expect(givenOf(readDraft(answersOf(view)), one)).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  it('says each fault under a question that it asks, in words', () => {
    const one = { ...fc.sample(template, 1)[0]!, acts: [] };
    const asked = draw(one).blocks.flatMap(({ block_id }) => block_id ?? []);
    const fault = (more: object) => ({ named: 'x', at: 0, language: null, ...more }) as never;
    const faults = [
      ...(['no_code', 'is_verb', 'too_long'] as const).map((why) => fault({ part: 'code', why })),
      ...(['required', 'too_long'] as const).map((why) => fault({ part: 'title', why })),
      fault({ part: 'group', why: 'unknown_group' }),
      fault({ part: 'processing', why: 'unknown_processing' }),
      ...[null, ...LANGUAGES].flatMap((language) =>
        (['required', 'unknown_code', 'too_long'] as const).map((why) => fault({ part: 'text', language, why })),
      ),
      ...(['makes_no_sense', 'unknown_group', 'carries_twice'] as const).map((why) => fault({ part: 'acts', why })),
      fault({ part: 'acts', why: 'makes_no_sense', named: 'pend' }),
    ];
    for (const language of LANGUAGES)
      for (const each of faults) {
        const said = errorsOf({ kind: 'faults', faults: [each], lacking: [] }, draftOf(one), wordsOf(language));
        const [[block, sentence] = ['', '']] = Object.entries(said);
        expect(asked).toContain(block);
        expect(sentence).toMatch(/\.$/);
      }
  });
});

it('the menu of categories has those of its group, or of all, and what is gone or of another group, said to be so', () => {
  const menu = (group: string | null, processing: string, groups: (typeof book)['groups'] = knowing.groups) => {
    const draft = { group, processing };
    const [block] = processingMenu({ book: { ...knowing, groups }, language: 'en', draft });
    const { option_groups: shown = [], initial_option: chosen } = (block?.element ?? {}) as StaticSelect;
    const said = shown.map(({ label, options }) => [label.text, ...options.map(({ text }) => text.text)]);
    return { said: said.slice(1), none: said[0], chosen: chosen?.text.text };
  };
  const [first, second] = knowing.groups;
  const of = [first!.name, 'network!', 'access!'];
  const none = ['Category', 'None'];
  expect(menu('support', 'network')).toEqual({ none, said: [of], chosen: 'network!' });
  expect(menu(null, '')).toEqual({ none, said: [of, [second!.name, 'invoice!']], chosen: 'None' });
  expect(menu('support', 'gone')).toEqual({
    none,
    said: [['⚠️ Not there any more', 'gone (not there any more)'], of],
    chosen: 'gone (not there any more)',
  });
  expect(menu('support', 'invoice')).toEqual({
    none,
    said: [['⚠️ Not in this group', 'invoice! (not in this group)'], of],
    chosen: 'invoice! (not in this group)',
  });
  expect(menu('support', '', book.groups)).toEqual({ none: undefined, said: [], chosen: undefined });
});

it('the list is one that Slack takes, page by page, however many there are', () => {
  const [one] = fc.sample(template, 1);
  const all = Array.from({ length: 50 }, (_, at) => ({ ...one!, code: `t${at}` }));
  for (const language of LANGUAGES)
    for (const page of [0, 1, 2, 99]) {
      const view = listView({ ...scene, language, all, person: actor('ada'), page, find: 'x' });
      expect(viewProblems(view as never)).toEqual([]);
      expect(JSON.stringify(view.blocks).match(/edit\.t\d/g)).toHaveLength(page > 1 ? 10 : 20);
    }
});
