import type { ViewResponseAction } from '@slack/bolt';
import {
  callsOf,
  firingOf,
  listedTriggers,
  logOf,
  moveTrigger,
  tryTrigger,
  turnOff,
  turnOn,
} from '../desk/trigger-book.ts';
import { type Click, readMetadata, type Submission, typedTicket } from './codec.ts';
import { openList, type Opening } from './listing.ts';
import { languageOf, type Parts, type Said } from './parts.ts';
import { callsView, changedView, logView, trialView, whyView } from './views/triggers.ts';
import { editorFor, goneView } from './triggering/editor.ts';
import { listView, redrawTriggers } from './triggering/list.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

const deps = ({ desk, registry }: Parts) => ({ desk, book: registry.triggers });

/** The window in which triggers are looked after; what is returned is said to whoever looks after none. */
export async function openTriggers(parts: Parts, { trigger, user }: Opening): Promise<Said | null> {
  const all = await listedTriggers(deps(parts), user, parts.secrets);
  const view = all && (await listView(parts, user, all));
  return openList(parts, trigger, view, wordsOf(languageOf(parts, user)).triggers.list.onlyLeads);
}

/** Something was chosen for one of them: `up.night_urgent`. */
export async function pressTrigger(parts: Parts, { user, trigger, view }: Click, value: string): Promise<void> {
  const [, how = '', key = ''] = /^([a-z]+)\.(.+)$/.exec(value) ?? [];
  const scene = voice(parts, user);
  const page = view && readMetadata(view.private_metadata).data?.page;
  if (how === 'new' || how === 'edit') {
    await parts.read.views.push({
      trigger_id: trigger,
      view: await editorFor(parts, user, how === 'new' ? null : key, page),
    });
  } else if (how === 'page') {
    if (view) await redrawTriggers(parts, user, view.id, Number(/^\d{1,3}$/.exec(key)?.[0] ?? 0));
  } else if (how === 'try') {
    const trial = await tryTrigger(deps(parts), user, key, parts.secrets);
    const next = trial ? trialView(trial, scene, { page }) : goneView(parts, user);
    await parts.read.views.push({ trigger_id: trigger, view: next });
    if (!trial && view) await redrawTriggers(parts, user, view.id, page);
  } else if (how === 'list') {
    await openTriggers(parts, { trigger, user });
  } else if (how === 'calls') {
    const calls = await callsOf(deps(parts), user);
    if (calls) await parts.read.views.push({ trigger_id: trigger, view: callsView(calls, scene) });
  } else if (how === 'why') {
    const [number = '', seq = ''] = key.split('.');
    const [ticket, nth] = [typedTicket.safeParse(number), /^\d{1,9}$/.exec(seq)];
    const firing = ticket.success && nth ? await firingOf(deps(parts), user, ticket.data, Number(nth[0])) : null;
    await parts.read.views.push({ trigger_id: trigger, view: whyView(firing, scene) });
  } else if (how === 'log') {
    const log = await logOf(deps(parts), user, key);
    const next = log ? logView(log.trigger.name, log.firings, scene) : goneView(parts, user);
    await parts.read.views.push({ trigger_id: trigger, view: next });
    if (!log && view) await redrawTriggers(parts, user, view.id, page);
  } else {
    if (how === 'off') await turnOff(deps(parts), user, key);
    if (how === 'up' || how === 'down') await moveTrigger(deps(parts), user, key, how);
    if (view) await redrawTriggers(parts, user, view.id, page);
  }
}

/** Whoever saw whom it would mean switches it on. */
export async function submitTrigger(
  parts: Parts,
  { user, metadata: { key, page }, view }: Submission,
): Promise<ViewResponseAction | undefined> {
  if (key === undefined) throw new Error('a form without its trigger');
  if (!(await turnOn(deps(parts), user, key)))
    return { response_action: 'update', view: changedView(voice(parts, user)) };
  const { root_view_id: root } = view;
  if (typeof root === 'string' && root !== view.id) await redrawTriggers(parts, user, root, page);
  return undefined;
}
