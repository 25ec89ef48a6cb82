import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { TicketNumber } from '../../domain/language.ts';
import { formId, type FormMetadata, metadata, ticketId, VALUE } from '../codec.ts';
import { input, modal, richInput, textInput } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';
import type { FormVerb, Question } from '../words/asked.ts';

/** The longest line that the domain takes: titles, and what is waited for. */
export const LINE = 150;

type More = {
  optional?: boolean;
  multiline?: boolean;
  max?: number;
  initial?: string | undefined;
  /** Tells us as it is typed. */
  tells?: boolean;
};

/** A question with words for an answer. */
export const askText = (field: string, { label, hint, placeholder }: Question, more: More = {}): InputBlock =>
  input(
    { field, label, hint, optional: more.optional ?? false, tells: more.tells ?? false },
    textInput(VALUE, {
      placeholder,
      initial: more.initial,
      multiline: more.multiline ?? true,
      heard: more.tells ?? false,
      ...(more.max !== undefined && { max: more.max }),
    }),
  );

/** A question with words for an answer that have styles, lists and links. We are told as they are typed. */
export const askRich = (
  field: string,
  { label, hint, placeholder }: Question,
  { optional = false, initial }: Pick<More, 'optional' | 'initial'> = {},
): InputBlock => input({ field, label, hint, optional, tells: true }, richInput(VALUE, { placeholder, initial }));

/** A question with anything else for an answer. */
export const ask = (
  field: string,
  { label, hint }: Question,
  element: InputBlock['element'],
  more: { optional?: boolean; tells?: boolean } = {},
): InputBlock => input({ field, label, hint, ...more }, element);

/** The window in which a verb gets its input; `named` where the verb is called otherwise for once. */
export function verbForm(
  verb: FormVerb,
  number: TicketNumber,
  words: Catalog,
  blocks: readonly KnownBlock[],
  named?: { title(id: string): string; submit: string },
  more?: FormMetadata,
): ModalView {
  const { title, submit } = named ?? words.forms.of[verb];
  return modal(
    {
      title: title(ticketId(number)),
      submit,
      close: words.forms.close,
      callback: formId(verb),
      metadata: metadata({ n: number, ...more }),
    },
    blocks,
  );
}
