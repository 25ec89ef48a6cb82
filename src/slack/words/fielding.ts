import type { MakingFault } from '../../domain/field-making.ts';
import type { Ask } from '../../domain/fields.ts';
import type { Question } from './asked.ts';

type Asked =
  | 'label_en'
  | 'label_it'
  | 'ask'
  | 'required'
  | 'who'
  | 'prefill'
  | 'options'
  | 'hint_en'
  | 'hint_it'
  | 'pattern'
  | 'otherwise_en'
  | 'otherwise_it'
  | 'types';

/** The window in which the questions of submission types are looked after. Raw, but for names, which come ready. */
export type FieldingWords = {
  title: string;
  /** To whoever looks after none. */
  onlyLeads: string;
  intro(type: string): string;
  none: string;
  which: Question & { placeholder: string };
  add: string;
  edit: string;
  up: string;
  remove: string;
  removed(label: string): string;
  sure: { title: string; text(label: string): string; yes: string; no: string };
  preview: { button: string; title: string; intro: string; done: string; none: string };
  /** Somebody else was faster. */
  changed: string;
  titles: { new: string; edit: string };
  submit: string;
  kinds: Record<Ask, string>;
  required: Record<'no' | 'yes' | 'resolve', string>;
  who: Record<'agent' | 'editable' | 'personal' | 'remember', string>;
  prefill: Record<'none' | 'phone' | 'email', string>;
  ask: Record<Asked, Question>;
  wrong: Record<MakingFault, string>;
};
