import type { Option } from '@slack/types';
import type { z } from 'zod';
import { ticketNumber } from '../domain/language.ts';
import { isBlock, TEMPLATE } from './composer/blocks.ts';
import { suggestTemplates } from './composer/templates.ts';
import { documentsIn } from './forms/documents.ts';
import { formId, ticketId } from './codec.ts';
import { cut, options } from './kit.ts';
import type { suggestion } from './menu.ts';
import { languageOf, type Parts } from './parts.ts';
import { choicesFor } from './searching/choices.ts';
import { offered } from './triggering/choices.ts';
import { wordsOf } from './words/catalog.ts';

const MOST = 20;
const USED = 90;
const TITLE = 45;

/** The tickets that a person may mean, in a menu that is searched by number or words. */
export async function suggest(
  parts: Parts,
  { user: { id }, block_id, value, view }: z.output<typeof suggestion>,
): Promise<Option[]> {
  const language = languageOf(parts, id);
  if (view?.callback_id === formId('search')) return choicesFor(block_id, value, id, parts.book(), language);
  if ([formId('trigger_edit'), formId('template')].includes(view?.callback_id ?? ''))
    return offered(
      block_id,
      value,
      { book: parts.book(), language },
      await parts.store.tags(parts.desk.workspace, USED),
    );
  if (isBlock(TEMPLATE, block_id)) {
    const about = documentsIn(view?.state?.values ?? {}).processing ?? null;
    return suggestTemplates(parts, id, view?.private_metadata.n, { typed: value, about });
  }
  const words = wordsOf(language);
  const besides = view?.private_metadata.n;
  const found = await parts.desk.find({
    by: id,
    text: value,
    besides: besides === undefined ? undefined : ticketNumber(besides),
    twins: view?.callback_id === formId('merge'),
    limit: MOST,
  });
  return options(
    found.map(({ number, title, state, private: hidden }) => ({
      value: String(number),
      label: words.forms.ticketOption(ticketId(number), hidden ? '🔒' : cut(title, TITLE), words.ticket.states[state]),
    })),
  );
}
