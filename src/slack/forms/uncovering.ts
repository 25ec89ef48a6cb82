import type { KnownBlock } from '@slack/types';
import type { Part } from '../../desk/masking.ts';
import { zoneCalled } from '../../domain/hours.ts';
import { type Answers, ticketId, VALUE } from '../codec.ts';
import { bold, type Choice, checkboxes, context, LIMITS, section } from '../kit.ts';
import { rawName } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form, FormModel } from './form.ts';

const PARTS = 'parts';
const SURE = 'sure';
/** Where there is nothing to choose from, it is all of it. */
const ALL = 'all';
const MOST_BLOCKS = 20;

/** What one person masked at one time, in as many blocks as it takes. */
function acts(parts: readonly Part[]): Part[][] {
  const acts: Part[][] = [];
  for (const part of parts) {
    const last = acts.at(-1);
    const first = last?.[0];
    const same = first?.at.getTime() === part.at.getTime() && first.by === part.by;
    if (last && same && last.length < LIMITS.radio) last.push(part);
    else acts.push([part]);
  }
  return acts;
}

const choiceOf = ({ id, kind, lost, places, where, around }: Part, { masking }: Catalog): Choice => ({
  value: id,
  label: masking.part(
    lost ? masking.lostWords : kind === null ? masking.otherWords : masking.kinds[kind],
    places,
    where.map((one) => masking.where[one]).join(', '),
  ),
  description: around,
});

/** A moment where Slack draws none by itself. */
const momentIn = (at: Date, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zoneCalled(zone) ?? 'UTC',
  }).format(at);

function choices(verb: 'unmask' | 'destroy', model: FormModel, words: Catalog): KnownBlock[] {
  const { sealed = [], book, viewer, language } = model;
  const all = acts(sealed);
  const shown = all.slice(0, MOST_BLOCKS);
  const left = sealed.length - shown.flat().length;
  const zone = book.people.get(viewer)?.tz ?? '';
  const blocks = shown.flatMap((act, nth): KnownBlock[] => {
    const [{ by, at }] = act as [Part];
    const label = words.masking.maskedBy(rawName(book, by, words), momentIn(at, zone, language));
    const boxes = checkboxes(
      VALUE,
      act.map((part) => choiceOf(part, words)),
      sealed.length === 1,
    );
    return [ask(`${PARTS}.${nth}`, { label }, boxes, { optional: shown.length > 1 })];
  });
  return blocks.length === 0
    ? []
    : [
        section(bold(words.forms.of[verb].ask.parts.label)),
        ...blocks,
        ...(left > 0 ? [context(words.masking.moreParts(left))] : []),
      ];
}

const again = (verb: 'unmask' | 'destroy'): Form => ({
  needs: 'ticket',
  draw(model) {
    const { number, language, reading, sealed = [] } = model;
    const words = wordsOf(language);
    const { masking } = words;
    const places = reading?.ticket.masked ?? 0;
    const [says, label] =
      verb === 'unmask' ? [masking.unmaskSays, masking.sureUnmask] : [masking.destroySays, masking.sureDestroy];
    const questions = words.forms.of[verb].ask;
    return verbForm(verb, number, words, [
      section(`${bold(ticketId(number))}: ${says(places)}`),
      ...choices(verb, model, words),
      askText('reason', questions.reason),
      ask(
        SURE,
        questions.sure,
        checkboxes(VALUE, [
          sealed.length > 0 ? { value: SURE, label: label.chosen } : { value: ALL, label: label.all },
        ]),
      ),
    ]);
  },
  read(answers) {
    const said = [answers[SURE]].flat();
    const sure = { ...givenOf(answers, 'reason'), sure: said.includes(SURE) || said.includes(ALL) };
    return said.includes(ALL) ? sure : { ...sure, parts: chosenIn(answers) };
  },
});
const chosenIn = (answers: Answers): unknown[] =>
  Object.entries(answers).flatMap(([block, answer]) => (block.startsWith(`${PARTS}.`) ? [answer ?? []].flat() : []));

/** What was masked is read again by everybody, or some of it. */
export const unmask = again('unmask');
/** What was masked is gone for ever, or some of it. */
export const destroy = again('destroy');
