import type { ModalView } from '@slack/types';
import type { PersonId } from '../domain/language.ts';
import { type Click, readMetadata } from './codec.ts';
import { message, section } from './kit.ts';
import type { Parts, Said } from './parts.ts';

export type Opening = { trigger: string; user: PersonId };

/** Opens the window of a list; who has none is answered with words instead. */
export async function openList(
  { read }: Parts,
  trigger: string,
  view: ModalView | null,
  none: string,
): Promise<Said | null> {
  if (!view) return message(none, [section(none)]);
  await read.views.open({ trigger_id: trigger, view });
  return null;
}

/** Which page of a list, and by which words it is narrowed. */
export type Place = { page: number; find: string };

export const placeIn = (view: Click['view']): Place => {
  const { page = 0, find = '' } = (view && readMetadata(view.private_metadata).data) ?? {};
  return { page, find };
};
