import type { ModalView } from '@slack/types';
import { typesFor } from '../../desk/field-editing.ts';
import type { PersonId } from '../../domain/language.ts';
import { section } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { noticeView } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { fieldsView } from './list.ts';

export const wordsFor = (parts: Parts, user: PersonId) => wordsOf(languageOf(parts, user));
export const notice = (parts: Parts, user: PersonId, text: string): ModalView =>
  noticeView([section(text)], languageOf(parts, user));

/** What somebody looks after, and the one of it that he looks at; null: it is not his. */
export async function seenBy(parts: Parts, user: PersonId, key: string | null) {
  const { desk, registry } = parts;
  const all = await registry.types.all(desk.workspace);
  const types = await typesFor({ desk }, user, all.types);
  const type = key === null ? types[0] : types.find((one) => one.key === key);
  const asked = type && (await registry.fields.of(desk.workspace, type.key));
  return type && asked ? { all: all.types, types, type, ...asked } : null;
}

export async function listFor(parts: Parts, user: PersonId, key: string | null): Promise<ModalView | null> {
  const seen = await seenBy(parts, user, key);
  const scene = voice(parts, user);
  return seen && fieldsView({ ...seen, scene: { ...scene, book: { ...scene.book, types: seen.all } } });
}
