/** Where a clicked element stands, and what the app learns of that place. */
import type { Place, StateValues } from '../../wire.ts';
import { blocksOf, elementsOf } from '../checks/blocks.ts';
import { isObj } from '../checks/rule.ts';
import { channelFor } from '../find.ts';
import { clickable } from '../messages.ts';
import type { Obj, Stored, StoredView, User, Values } from '../model.ts';
import { messageJson, viewJson } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { makeResponseUrl } from '../respond.ts';
import type { Slack } from '../slack.ts';
import { initialValue, isStateful, valueOf } from '../values.ts';
import { channelRef } from './envelope.ts';

export type Spot = { blocks: Obj[]; view?: StoredView; message?: Stored };

function allBlocks(message: Stored): Obj[] {
  return [...message.blocks, ...message.attachments.flatMap(blocksOf)];
}

/** The place as the person's page showed it: a message that has just been changed may still be seen as it was. */
export function spotSeen(slack: Slack, user: User, place: Place, block_id: string, action_id: string): Spot {
  const spot = spotOf(slack, user, place);
  const { message } = spot;
  if (!message || find(spot, block_id, action_id)) return spot;
  const forms = (message.before ?? []).filter((one) => one.until >= slack.clock.now());
  const spots = forms.map(({ text, blocks, attachments }): Spot => {
    const seen = { ...message, text, blocks, attachments };
    return { blocks: allBlocks(seen), message: seen };
  });
  return spots.find((one) => find(one, block_id, action_id)) ?? spot;
}

export function spotOf(slack: Slack, user: User, place: Place): Spot {
  if (place.kind === 'message') {
    const message = clickable(slack, user.id, place.channel, place.ts);
    return { blocks: allBlocks(message), message };
  }
  const view = slack.state.views[place.view_id];
  if (!view || view.user !== user.id) return refuse('not_found');
  return { blocks: (view.body['blocks'] as Obj[] | undefined) ?? [], view };
}

function find(spot: Spot, block_id: string, action_id: string): { block: Obj; element: Obj } | undefined {
  for (const block of spot.blocks.flatMap(withInner)) {
    if (block['block_id'] !== block_id) continue;
    const element = elementsOf(block).find((one) => one['action_id'] === action_id);
    if (element) return { block, element };
  }
  return undefined;
}

export function elementAt(spot: Spot, block_id: string, action_id: string): { block: Obj; element: Obj } {
  return find(spot, block_id, action_id) ?? refuse('no_such_element');
}

function withInner(block: Obj): Obj[] {
  const inner = Array.isArray(block['child_blocks']) ? block['child_blocks'].filter(isObj) : [];
  return [block, ...inner];
}

/** All that the inputs of this place hold: what the page says, else what they began with. */
export function valuesAt(spot: Spot, given: StateValues | undefined): Values {
  const values: Values = {};
  for (const block of spot.blocks) {
    for (const element of elementsOf(block).filter(isStateful)) {
      const block_id = String(block['block_id']);
      const action_id = String(element['action_id']);
      const said = given?.[block_id]?.[action_id];
      const held = spot.view?.values[block_id]?.[action_id];
      (values[block_id] ??= {})[action_id] = said ? valueOf(element, said) : (held ?? initialValue(element));
    }
  }
  return values;
}

/** What a block that hangs on a message, and not in it, adds to the place; an unfurl is told itself, without the message. */
function hangingJson(message: Stored, block_id: string): { container: Obj; app_unfurl?: Obj } | undefined {
  const attachment = message.attachments.find(({ blocks }) => Array.isArray(blocks) && holds(blocks, block_id));
  if (!attachment) return undefined;
  const { id: attachment_id, is_app_unfurl = false, app_unfurl_url, work_object_entity: entity } = attachment;
  const container = { type: 'message_attachment', attachment_id, is_app_unfurl };
  if (is_app_unfurl !== true) return { container };
  const { url: entity_url, external_ref } = isObj(entity) ? entity : {};
  const links = { app_unfurl_url, ...(isObj(entity) ? { entity_url, external_ref } : {}) };
  return { container: { ...container, ...links }, app_unfurl: attachment };
}

function holds(blocks: unknown[], block_id: string): boolean {
  return blocks
    .filter(isObj)
    .flatMap(withInner)
    .some((one) => one['block_id'] === block_id);
}

/** The part of the payload that says where: container, message or view, channel, response URL, state. */
export function whereJson(slack: Slack, user: User, spot: Spot, block_id: string, values: Values): Obj {
  const { view, message } = spot;
  if (view) return { container: { type: 'view', view_id: view.id }, view: viewJson(slack, view, values) };
  if (!message) return {};
  const channel = channelFor(slack, user.id, message.channel);
  const is_ephemeral = message.only_for !== undefined;
  const hanging = hangingJson(message, block_id);
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    ...hanging?.container,
  };
  const app_unfurl = hanging?.app_unfurl;
  const response_url = makeResponseUrl(slack, 'actions', {
    channel: channel.id,
    user: user.id,
    original: { ts: message.ts, only_for: message.only_for },
  });
  return {
    container,
    channel: channelRef(slack, channel),
    ...(app_unfurl ? { app_unfurl } : is_ephemeral ? {} : { message: messageJson(slack, message, 'all') }),
    state: { values },
    response_url,
  };
}
