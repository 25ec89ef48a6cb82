import type { Option } from '@slack/types';
import { languageFor } from '../../desk/book.ts';
import { emptyCodes, filled } from '../../domain/codes.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import { type Template, templatesFor, wordsFor } from '../../domain/templates.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fillOf } from '../batch.ts';
import { type Click, formId, metadata, readMetadata } from '../codec.ts';
import { context, cut, LIMITS, options, settled } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { chosenProcessing } from '../forms/documents.ts';
import { redraw } from '../similar/asking.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { keepWords, typedSince } from './drafts.ts';
import {
  actsBlock,
  afterText,
  composed,
  drawnAnew,
  isActs,
  isBlock,
  NOTICE,
  retyped,
  shownIn,
  TEMPLATE,
  templateSelect,
  tickedIn,
} from './blocks.ts';

const MOST = 50;
const TITLE = 45;

/** What is typed in the menu, and what the ticket is said to be about in the same form. */
type Wanted = { typed: string; about: string | null };

/** Templates as somebody types in the menu, those of the ticket's group and those of all: what fits it first, then the most used. */
export async function suggestTemplates(
  parts: Parts,
  user: PersonId,
  number: TicketNumber | undefined,
  wanted: Wanted,
): Promise<Option[]> {
  const found = number === undefined ? [] : await templatesOf(parts, user, number, wanted);
  const { uses } = wordsOf(languageOf(parts, user)).composer;
  return options(
    found.slice(0, MOST).map((one) => ({
      value: one.code,
      label: `${cut(one.title, TITLE)} · ${one.code}`,
      description: uses(one.uses),
    })),
  );
}

async function templatesOf(
  parts: Parts,
  user: PersonId,
  number: TicketNumber,
  { typed, about }: Wanted,
): Promise<Template[]> {
  const looked = await parts.desk.look(number, user);
  if ('kind' in looked) return [];
  const { group, processing } = looked.ticket;
  return templatesFor(await parts.templates.all(parts.desk.workspace), group, typed, about || processing);
}

/** The words of a template as they are for this ticket. */
export const textFor = (parts: Parts, template: Template, ticket: Ticket, by: PersonId): string =>
  filled(rawWords(parts, template, ticket), fillOf(parts)(ticket, by));

const rawWords = (parts: Parts, template: Template, { group, requester }: Ticket): string =>
  wordsFor(template, group, languageFor(parts.book(), requester));

/** What its words leave open for this ticket, in a sentence; null: nothing. */
export function leftOpen(parts: Parts, template: Template, ticket: Ticket, by: PersonId): string | null {
  const empty = emptyCodes(rawWords(parts, template, ticket), fillOf(parts)(ticket, by));
  const { composer } = wordsOf(languageOf(parts, by));
  return empty.length === 0 ? null : composer.leftOpen(empty.map((code) => `{{${code}}}`).join(', '));
}

export const isTemplate = ({ meant }: Click): boolean => meant.kind === 'choice' && isBlock(TEMPLATE, meant.field);

/** A template was chosen: its words come behind what was typed, which stays, and can be changed like it. */
export async function chooseTemplate(parts: Parts, click: Click): Promise<void> {
  const { user, meant, view } = click;
  const memory = view && readMetadata(view.private_metadata);
  if (!view || !memory?.success || memory.data.n === undefined || meant.kind !== 'choice') return;
  const looked = await parts.desk.look(memory.data.n, user);
  if ('kind' in looked || typeof meant.value !== 'string') return;
  const { ticket } = looked;
  const all = templatesFor(await parts.templates.all(parts.desk.workspace), ticket.group, '');
  const template = all.find(({ code }) => code === meant.value);
  const scene = voice(parts, user);
  const { composer } = wordsOf(scene.language);
  const answers = view.state?.values ?? {};
  const since = await typedSince(parts, click);
  const before = since?.text ?? composed(answers)['text'];
  const typed = typeof before === 'string' ? before.trimEnd() : '';
  const added = template ? settled(textFor(parts, template, ticket, user)) : '';
  const { drawn: times = 0, templates: chosen = [] } = memory.data;
  const twice = template !== undefined && chosen.includes(template.code) && typed.includes(added);
  const text = twice ? typed : [typed, added].filter(Boolean).join('\n\n');
  const fits = text.length <= LIMITS.input;
  const drawn = times + 1;
  const codes = template && fits ? [...new Set([...chosen, template.code])] : chosen;
  const shown = shownIn(view);
  const kept = shown.blocks
    .filter(({ block_id }) => !isActs(block_id) && block_id !== NOTICE)
    .map((one) => (isBlock(TEMPLATE, one.block_id) ? templateSelect(wordsOf(scene.language), drawn) : one));
  const its = template?.processing ?? null;
  const fitting = its === null || !fits ? kept : chosenProcessing(kept, its, drawn);
  const blocks = fits && template ? retyped(fitting, text, drawn) : kept;
  const also = twice ? [] : (template?.acts ?? []);
  const ticked = [...tickedIn(answers), ...also.map((_, at) => `${template?.code ?? ''}.${at}`)];
  const used = all.filter(({ code }) => codes.includes(code));
  const trouble = !template
    ? composer.noTemplate
    : twice
      ? composer.twice
      : fits
        ? leftOpen(parts, template, ticket, user)
        : composer.tooLong(LIMITS.input);
  const under = [
    ...(trouble === null ? [] : [{ ...context(trouble), block_id: NOTICE }]),
    ...actsBlock(used, scene, { drawn, ticked, alone: view.callback_id !== formId('reply') }),
  ];
  const anew = drawnAnew(shown, {
    private_metadata: metadata({ ...memory.data, drawn, templates: codes }),
    blocks: afterText(blocks, under),
  });
  // Whoever has closed it meanwhile finds it in his draft.
  await Promise.all([
    keepWords(parts, click, { text: fits ? text : typed, at: since?.at, templates: codes, ticked }),
    redraw(parts, view, anew, true),
  ]);
}
