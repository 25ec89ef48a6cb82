import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { VERBS } from '../../src/domain/verbs.ts';
import {
  click,
  formId,
  goId,
  metadata,
  MORE,
  moreValue,
  submission,
  ticketId,
  typedTicket,
  VALUE,
  verbId,
} from '../../src/slack/codec.ts';
import { GO } from '../../src/slack/going.ts';
import { meaningOf } from '../../src/slack/command.ts';

const verb = fc.constantFrom(...VERBS);
const number = fc.integer({ min: 1, max: 999_999_999 }).map(ticketNumber);
const pressed = (action: object) => ({ trigger_id: '1.2.3', user: { id: 'U1' }, actions: [action] });

describe('what we draw is what we read', () => {
  test('a button', () => {
    fc.assert(
      fc.property(verb, number, (verb, ticket) => {
        const action_id = verbId(verb);
        expect(click.parse(pressed({ type: 'button', action_id, value: String(ticket) }))).toMatchObject({
          meant: { kind: 'verb', verb, ticket },
          user: 'U1',
        });
      }),
    );
  });

  test('a choice brings the answer to the only question; elsewhere it is not heard', () => {
    const stars = (action_id: string) => click.parse(pressed({ type: 'button', action_id, value: '1042' })).meant;
    expect(stars(verbId('rate', '5'))).toMatchObject({ verb: 'rate', ticket: 1042, chosen: { score: '5' } });
    expect(stars(verbId('rate'))).toMatchObject({ chosen: null });
    expect(stars(verbId('delete', 'sure'))).toMatchObject({ verb: 'delete', chosen: null });
  });

  test('an overflow', () => {
    fc.assert(
      fc.property(verb, number, (verb, ticket) => {
        const chosen = { type: 'overflow', action_id: MORE, selected_option: { value: moreValue(verb, ticket) } };
        expect(click.parse(pressed(chosen)).meant).toEqual({ kind: 'verb', verb, ticket, chosen: null });
      }),
    );
    const shown = { type: 'overflow', action_id: MORE, selected_option: { value: moreValue('show', ticketNumber(7)) } };
    expect(click.parse(pressed(shown)).meant).toEqual({ kind: 'go', go: 'show', value: '7' });
  });

  test('a way to look', () => {
    for (const go of GO)
      expect(click.parse(pressed({ type: 'button', action_id: goId(go), value: 'x' })).meant).toEqual({
        kind: 'go',
        go,
        value: 'x',
      });
  });

  test('a form, whatever element its answers come from', () => {
    const answer = (element: object) => ({ [VALUE]: { type: 'x', ...element } });
    const values = {
      text: answer({ value: 'It works.' }),
      reason: answer({ selected_option: { value: 'solved' } }),
      to: answer({ selected_user: 'U2' }),
      when: answer({ selected_date_time: 1_700_000_000 }),
      many: answer({ selected_options: [{ value: 'a' }, { value: 'b' }] }),
      empty: answer({ value: null }),
    };
    fc.assert(
      fc.property(verb, number, (verb, n) => {
        const view = {
          id: 'V1',
          hash: 'h',
          callback_id: formId(verb),
          private_metadata: metadata({ n }),
          state: { values },
        };
        expect(submission.parse({ user: { id: 'U1' }, view })).toMatchObject({
          form: verb,
          metadata: { n },
          answers: {
            text: 'It works.',
            reason: 'solved',
            to: 'U2',
            when: '2023-11-14T22:13:20.000Z',
            many: ['a', 'b'],
            empty: undefined,
          },
        });
      }),
    );
  });
});

describe('what we did not draw is a fault, never a guess', () => {
  test('forged buttons', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (action_id, value) => {
        const parsed = click.safeParse(pressed({ type: 'button', action_id, value }));
        const ours =
          action_id === VALUE || GO.some((go) => goId(go) === action_id) || VERBS.some((v) => verbId(v) === action_id);
        if (!ours) expect(parsed.success).toBe(false);
      }),
    );
    for (const value of ['', '0x10', '-1', '1.5', '1042; drop table', '9'.repeat(30), 'T-1042'])
      expect(click.safeParse(pressed({ type: 'button', action_id: verbId('keep'), value })).success).toBe(false);
    expect(click.safeParse(pressed({ type: 'button', action_id: 'do.toString', value: '1' })).success).toBe(false);
  });

  test('forged private metadata', () => {
    const view = (private_metadata: string) => ({
      id: 'V1',
      hash: 'h',
      callback_id: formId('reply'),
      private_metadata,
      state: { values: {} },
    });
    for (const text of ['{', '[]', '{"n":"1042"}', '{"n":-1}', 'null', '{"n":1e400}'])
      expect(submission.safeParse({ user: { id: 'U1' }, view: view(text) }).success).toBe(false);
  });
});

describe('/ticket', () => {
  test.each([
    ['', { kind: 'create', title: '' }],
    ['printer on fire', { kind: 'create', title: 'printer on fire' }],
    ['keep losing the wifi', { kind: 'create', title: 'keep losing the wifi' }],
    ['show me how to print', { kind: 'create', title: 'show me how to print' }],
    ['mine', { kind: 'mine' }],
    ['help', { kind: 'help' }],
    ['keep', { kind: 'needs_number', verb: 'keep' }],
    ['tell T-1014 It is urgent.', { kind: 'tell', number: 1014 }],
    ['tell me who keeps the keys', { kind: 'create', title: 'tell me who keeps the keys' }],
    ['show T-1042', { kind: 'show', number: 1042 }],
    ['1042', { kind: 'show', number: 1042 }],
    ['T-1042', { kind: 'show', number: 1042 }],
    ['KEEP t-1042', { kind: 'verb', verb: 'keep', number: 1042, words: '' }],
    [
      'reply 1042 Try again.\nThen call.',
      { kind: 'verb', verb: 'reply', number: 1042, words: 'Try again.\nThen call.' },
    ],
    ['contact <@UBAO|bao>', { kind: 'contact', person: 'UBAO' }],
    ['Contact @bao', { kind: 'contact', person: null }],
    ['contact the printer people', { kind: 'create', title: 'contact the printer people' }],
    ['keep #1042', { kind: 'verb', verb: 'keep', number: 1042, words: '' }],
    ['keep 1042', { kind: 'verb', verb: 'keep', number: 1042, words: '' }],
    ['Resolve-Internally t1042', { kind: 'verb', verb: 'resolve_internally', number: 1042, words: '' }],
    ['t-1042 keep', { kind: 'verb', verb: 'keep', number: 1042, words: '' }],
    ['#1042 reply Try again.', { kind: 'verb', verb: 'reply', number: 1042, words: 'Try again.' }],
    ['1042 show must go on', { kind: 'create', title: '1042 show must go on' }],
    ['kepe T-1042', { kind: 'slip', typed: 'kepe', meant: 'keep', number: 1042 }],
    ['resovle-internaly 1042', { kind: 'slip', typed: 'resovle-internaly', meant: 'resolve_internally', number: 1042 }],
    ['assign T-1042', { kind: 'verb', verb: 'forward', number: 1042, words: '' }],
    ['history 1042', { kind: 'show', number: 1042 }],
    ['spam 1042', { kind: 'verb', verb: 'resolve_internally', number: 1042, words: '' }],
    ['history of the logo', { kind: 'create', title: 'history of the logo' }],
    ['printers 1042', { kind: 'create', title: 'printers 1042' }],
    ['ricerca vpn', { kind: 'search', typed: 'vpn' }],
    ['serach vpn', { kind: 'search', typed: 'vpn' }],
    ['starch on my keys', { kind: 'create', title: 'starch on my keys' }],
    ['quiet tomorrow', { kind: 'quiet', typed: 'tomorrow' }],
    ['quiet rooms are too loud', { kind: 'create', title: 'quiet rooms are too loud' }],
    ['digest maybe', { kind: 'digest', typed: '' }],
    ['digest of Monday is empty', { kind: 'create', title: 'digest of Monday is empty' }],
    ['untag T-7 vpn, old', { kind: 'verb', verb: 'tag', number: 7, words: '-vpn -old' }],
    ['untag T-7', { kind: 'verb', verb: 'tag', number: 7, words: '' }],
    ['untag the lamp', { kind: 'create', title: 'untag the lamp' }],
    ['message 1042 hello', { kind: 'create', title: 'message 1042 hello' }],
  ])('%j means %j', (typed, meaning) => {
    expect(meaningOf(typed)).toEqual(meaning);
  });

  test('a number as it is written is read back', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(typedTicket.parse(ticketId(n))).toBe(n);
      }),
    );
  });
});
