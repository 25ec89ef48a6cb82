import type { Verb } from '../../domain/verbs.ts';
import { escalate } from './escalate.ts';
import type { Form } from './form.ts';
import { forward } from './forward.ts';
import { pend } from './pend.ts';
import { resolve } from './resolve.ts';
import { oneText, withdraw } from './talking.ts';

/** What a verb asks before it is done; null: nothing. */
export const forms: Record<Verb, Form | null> = {
  keep: null,
  forward,
  prepare: null,
  work: null,
  reply: oneText('reply'),
  message: oneText('message'),
  note: oneText('note'),
  pend,
  wake: null,
  resolve,
  escalate,
  acknowledge: null,
  return: oneText('return'),
  withdraw,
};
