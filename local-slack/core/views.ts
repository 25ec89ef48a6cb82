/** Modals and Home tabs: stored, stacked, updated and closed. */
import { blocksOf, elementsOf } from './checks/blocks.ts';
import { groundOf } from './checks/ground.ts';
import { checkedView } from './checks/view-check.ts';
import { withIds } from './identify.ts';
import type { Obj, StoredView, Values } from './model.ts';
import { refuse } from './refusal.ts';
import { showHome, showViews } from './sight.ts';
import type { Slack } from './slack.ts';
import { initialValue, isStateful } from './values.ts';

const DEEPEST = 3;

export function stackOf(slack: Slack, user: string): string[] {
  return (slack.state.stacks[user] ??= []);
}

export function topOf(slack: Slack, user: string): StoredView | undefined {
  return slack.state.views[stackOf(slack, user).at(-1) ?? ''];
}

function hash(slack: Slack): string {
  return `${slack.mint.ts().slice(0, 10)}.${slack.mint.hex(8)}`;
}

function takenExternalId(slack: Slack, id: string, but?: string): boolean {
  return (
    id !== '' &&
    Object.values(slack.state.views).some((view) => view.open && view.external_id === id && view.id !== but)
  );
}

/** What the inputs hold: kept where block_id, action_id and kind are unchanged, else the initial value. */
function valuesOf(blocks: Obj[], before: Values): Values {
  const values: Values = {};
  for (const one of blocks) {
    for (const element of elementsOf(one).filter(isStateful)) {
      const block = String(one['block_id']);
      const action = String(element['action_id']);
      const kept = before[block]?.[action];
      (values[block] ??= {})[action] = kept && kept.type === element['type'] ? kept : initialValue(element);
    }
  }
  return values;
}

type Birth = { user: string; view: unknown; root?: string; previous?: string | null; execution?: string | undefined };

function born(slack: Slack, birth: Birth): StoredView {
  const body = withIds(slack, checkedView(birth.view, groundOf(slack)));
  const external_id = typeof body['external_id'] === 'string' ? body['external_id'] : '';
  if (takenExternalId(slack, external_id)) refuse('duplicate_external_id');
  const id = slack.mint.id('V');
  const view: StoredView = {
    id,
    user: birth.user,
    type: body['type'] === 'home' ? 'home' : 'modal',
    body,
    external_id,
    hash: hash(slack),
    root: birth.root ?? id,
    previous: birth.previous ?? null,
    values: valuesOf(blocksOf(body), {}),
    open: true,
    busy: false,
    errors: {},
    updated: slack.clock.now(),
    execution: birth.execution,
  };
  slack.state.views[id] = view;
  slack.changed();
  return view;
}

/** A view for this surface, checked. */
function viewFor(slack: Slack, kind: StoredView['type'], view: unknown): Obj {
  const checked = checkedView(view, groundOf(slack));
  if (checked.type === kind) return checked;
  const messages = [`[ERROR] unsupported type: ${checked.type} [json-pointer:/view/type]`];
  return refuse('invalid_arguments', { response_metadata: { messages } });
}

/** `execution`: the run of a function whose token opens it. */
export function openModal(slack: Slack, trigger_id: string, view: unknown, execution?: string): StoredView {
  viewFor(slack, 'modal', view);
  const trigger = slack.triggers.take(trigger_id);
  for (const id of stackOf(slack, trigger.user).toReversed()) forget(slack, id);
  const opened = born(slack, { user: trigger.user, view, execution });
  slack.state.stacks[trigger.user] = [opened.id];
  showViews(slack, trigger.user);
  return opened;
}

export function pushModal(slack: Slack, trigger_id: string, view: unknown): StoredView {
  viewFor(slack, 'modal', view);
  const { user } = slack.triggers.take(trigger_id);
  return pushOn(slack, user, view);
}

export function pushOn(slack: Slack, user: string, view: unknown): StoredView {
  const stack = stackOf(slack, user);
  const top = topOf(slack, user);
  if (!top) return refuse('not_found');
  if (stack.length >= DEEPEST) return refuse('push_limit_reached');
  viewFor(slack, 'modal', view);
  const pushed = born(slack, { user, view, root: top.root, previous: top.id, execution: top.execution });
  stack.push(pushed.id);
  showViews(slack, user);
  return pushed;
}

export function updateView(slack: Slack, view: StoredView, given: unknown, expected?: string): StoredView {
  const checked = viewFor(slack, view.type, given);
  if (expected !== undefined && expected !== view.hash) refuse('hash_conflict');
  const body = withIds(slack, checked);
  const external_id = typeof body['external_id'] === 'string' ? body['external_id'] : view.external_id;
  if (takenExternalId(slack, external_id, view.id)) refuse('duplicate_external_id');
  Object.assign(view, { body, external_id, hash: hash(slack), values: valuesOf(blocksOf(body), view.values) });
  Object.assign(view, { errors: {}, trouble: undefined, updated: slack.clock.now() });
  showView(slack, view);
  slack.changed();
  return view;
}

export function publishHome(slack: Slack, user: string, given: unknown, expected?: string): StoredView {
  const existing = slack.state.views[slack.state.homes[user] ?? ''];
  if (existing) return updateView(slack, existing, given, expected);
  viewFor(slack, 'home', given);
  const view = born(slack, { user, view: given });
  slack.state.homes[user] = view.id;
  showHome(slack, user);
  return view;
}

export function findView(
  slack: Slack,
  by: { view_id?: string | undefined; external_id?: string | undefined },
): StoredView {
  const view =
    by.view_id === undefined
      ? Object.values(slack.state.views).find(
          (one) => one.open && one.external_id !== '' && one.external_id === by.external_id,
        )
      : slack.state.views[by.view_id];
  return view?.open ? view : refuse('not_found');
}

export function showView(slack: Slack, view: StoredView): void {
  if (view.type === 'home') showHome(slack, view.user);
  else showViews(slack, view.user);
}

/** Takes one view off its owner's stack. */
export function forget(slack: Slack, id: string): void {
  const view = slack.state.views[id];
  if (!view) return;
  view.open = false;
  delete slack.state.views[id];
  slack.state.stacks[view.user] = stackOf(slack, view.user).filter((one) => one !== id);
  showViews(slack, view.user);
  slack.changed();
}

export function forgetAll(slack: Slack, user: string): void {
  for (const id of stackOf(slack, user).toReversed()) forget(slack, id);
}
