import type { Verb } from '../../domain/verbs.ts';
import { cancel, deleteSpam, rate, resolveInternally, workaround } from './ending.ts';
import { changeOwner } from './owner.ts';
import { edit } from './edit.ts';
import { changeAnswers } from './own-answers.ts';
import { escalate, escalateToTeam, sendHigher } from './escalate.ts';
import type { Form } from './form.ts';
import { addFollower } from './following.ts';
import { forward } from './forward.ts';
import { split, toOther, unlink } from './linking.ts';
import { mask } from './masking.ts';
import { pend } from './pend.ts';
import { resolve } from './resolve.ts';
import { correct, retract } from './rewording.ts';
import { tag } from './tag.ts';
import { decision, details, oneReason, oneText, reply } from './talking.ts';
import { destroy, unmask } from './uncovering.ts';

/** What a verb asks before it is done; null: nothing. */
export const forms: Record<Verb, Form | null> = {
  keep: null,
  forward,
  prepare: null,
  work: null,
  reply,
  message: details,
  edit,
  change_answers: changeAnswers,
  tell_requester: null,
  change_owner: changeOwner,
  note: oneText('note', { kept: true }),
  pend,
  wake: null,
  remind: null,
  expire: null,
  original_done: null,
  resolve,
  escalate,
  escalate_to_team: escalateToTeam,
  team_answered: null,
  call_off: null,
  hand_on: null,
  acknowledge: null,
  nudge: null,
  send_higher: sendHigher,
  time_out: null,
  return: decision,
  escalate_by_rule: null,
  take_over: null,
  decline: oneReason('decline'),
  withdraw: oneReason('withdraw'),
  resolve_internally: resolveInternally,
  workaround,
  link: toOther('link', 'with'),
  unlink,
  merge: toOther('merge', 'into'),
  split,
  linked: null,
  complete: null,
  close: null,
  not_solved: oneText('not_solved'),
  same_problem: null,
  other_problem: null,
  rate,
  ask_cancel: oneText('ask_cancel'),
  cancel,
  agree: null,
  restore: null,
  delete: deleteSpam,
  archive: null,
  unarchive: null,
  correct,
  mask,
  unmask,
  destroy,
  retract,
  undelivered: null,
  resend: null,
  schedule: null,
  unschedule: null,
  send_back: null,
  tag,
  follow: null,
  add_follower: addFollower,
  unfollow: null,
  undo: null,
  auto_assign: null,
  reoffer: null,
  assign_by_trigger: null,
  change_by_trigger: null,
  tell_by_trigger: null,
  warn: null,
  breach: null,
};
