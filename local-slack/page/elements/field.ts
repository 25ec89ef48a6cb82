import type { Element } from './values.ts';
import { confirmed, useSurface } from './surface.tsx';

/** What an element needs to be found by its label and its error: made by the block that holds it. */
export type Labelling = {
  id: string;
  /** In an input block: the id of its label. */
  labelledBy?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  required?: boolean;
};

export type FieldProps<T extends Element> = {
  of: T;
  blockId: string;
  labelling: Labelling;
  /** Does a change reach the app at once? Always outside of input blocks, inside only with dispatch_action. */
  dispatches: boolean;
};

/** The attributes that tie a control to its label and its error. */
export function aria(labelling: Labelling): Record<string, string | boolean | undefined> {
  return {
    id: labelling.id,
    'aria-labelledby': labelling.labelledBy,
    'aria-label': labelling.labelledBy ? undefined : labelling.label,
    'aria-describedby': labelling.describedBy,
    'aria-invalid': labelling.invalid ? true : undefined,
    'aria-required': labelling.required ? true : undefined,
  };
}

type Field = {
  /** The content of the element's value, under the field name that its type has in Slack. */
  content: unknown;
  /** The app has been told and has not answered yet. */
  busy: boolean;
  put: (content: unknown) => void;
  /** Keeps the value once it is confirmed and, where the app wants to know at once, tells it. */
  choose: (content: unknown) => void;
};

export function useField(of: Element, blockId: string, field: string, dispatches: boolean): Field {
  const surface = useSurface();
  const actionId = of.action_id ?? '';
  const content = surface.values[blockId]?.[actionId]?.[field] ?? null;
  const put = (next: unknown): void => surface.set(blockId, actionId, { type: of.type, [field]: next });
  const decide = async (next: unknown): Promise<void> => {
    const yes = await confirmed(of);
    put(yes ? next : content);
    if (yes && dispatches) await surface.send(blockId, of, { [field]: next });
  };
  const busy = surface.busy.has(`${blockId} ${actionId}`);
  return { content, busy, put, choose: (next) => void decide(next) };
}
