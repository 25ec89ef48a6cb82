import { z } from 'zod';
import { through as throughDoor } from '../desk/desk.ts';
import type { Surface } from '../domain/language.ts';
import { MORE, type Submission } from './codec.ts';
import type { Parts } from './parts.ts';

/** The same parts for one thing that a person touched: the history of whatever he does says which. */
export const through = (parts: Parts, surface: Surface): Parts => ({
  ...parts,
  desk: throughDoor(parts.desk, surface),
});

const pressed = z.looseObject({
  view: z.looseObject({ type: z.string() }).optional(),
  actions: z.tuple([z.looseObject({ action_id: z.string() })], z.unknown()),
});

/** What was pressed: something at home or in a window, the three dots, or a button under a message. */
export function surfaceOfPress(body: unknown): Surface {
  const { data } = pressed.safeParse(body);
  if (data?.view) return data.view.type === 'home' ? 'home' : 'modal';
  return data?.actions[0].action_id === MORE ? 'overflow' : 'button';
}

/** A form, unless a shortcut has put words into it that stood elsewhere in Slack. */
export const surfaceOfForm = ({ form, metadata }: Submission): Surface =>
  metadata.promotes || form === 'add' ? 'shortcut' : 'modal';

/** An order in a thread: behind a question mark, or to the bot by name. */
export const surfaceOfOrder = (text: string): Surface => (text.trimStart().startsWith('?') ? 'typed' : 'mention');
