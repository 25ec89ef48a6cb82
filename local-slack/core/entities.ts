/** Work Objects: entities that an app hangs on its links, and their details when a person asks for more. */
import { entityProblems } from './checks/entity-check.ts';
import { isObj } from './checks/rule.ts';
import { tellApp } from './events.ts';
import { clickable } from './messages.ts';
import type { EntityRequest, Obj, Ts, User } from './model.ts';
import { refuse } from './refusal.ts';
import type { Slack } from './slack.ts';

/** The details of an entity are shown for ten minutes. */
const LIFE_MS = 10 * 60_000;
const KINDS = ['task', 'incident', 'item', 'file', 'content_item'].map((kind) => `slack#/entities/${kind}`);

export type Entity = Obj & { app_unfurl_url: string; url: string; external_ref: { id: string } };

function isEntity(given: unknown): given is Obj & { external_ref: { id: string }; url: string } {
  if (!isObj(given) || typeof given['url'] !== 'string' || !isObj(given['external_ref'])) return false;
  const { entity_payload: payload } = given;
  if (typeof given['external_ref']['id'] !== 'string' || !KINDS.includes(String(given['entity_type']))) return false;
  if (!isObj(payload) || !isObj(payload['attributes']) || entityProblems(payload).length > 0) return false;
  const { title } = payload['attributes'];
  return isObj(title) && typeof title['text'] === 'string';
}

/** `metadata` of `chat.unfurl`: a list of entities, each with the link it hangs on. */
export function checkedEntities(metadata: unknown): Entity[] {
  const entities = isObj(metadata) ? metadata['entities'] : undefined;
  if (!Array.isArray(entities) || entities.length === 0) return refuse('invalid_metadata_format');
  return entities.map((one: unknown) =>
    isEntity(one) && typeof one['app_unfurl_url'] === 'string' ? (one as Entity) : refuse('invalid_metadata_format'),
  );
}

/** A person opens an unfurled entity: the app hears `entity_details_requested`, and has a trigger to answer with. */
export function requestDetails(slack: Slack, user: User, at: { channel: string; ts: Ts; url: string }): EntityRequest {
  const message = clickable(slack, user.id, at.channel, at.ts);
  const entity =
    message.attachments
      .map((one) => one['work_object_entity'] as Entity | undefined)
      .find((one) => one?.app_unfurl_url === at.url) ?? refuse('no_such_element');
  const trigger_id = slack.triggers.make(user.id);
  const request = { trigger_id, user: user.id, url: entity.url, made: slack.clock.now() };
  for (const old of Object.values(slack.state.entity_requests))
    if (slack.clock.now() - old.made > LIFE_MS) delete slack.state.entity_requests[old.trigger_id];
  slack.state.entity_requests[trigger_id] = request;
  slack.changed();
  tellApp(
    slack,
    { subscription: 'entity_details_requested' },
    {
      type: 'entity_details_requested',
      user: user.id,
      trigger_id,
      user_locale: user.locale,
      entity_url: entity.url,
      external_ref: entity.external_ref,
      link: { url: at.url, domain: new URL(at.url).hostname },
      app_unfurl_url: at.url,
      channel: message.channel,
      message_ts: message.ts,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    },
  );
  return request;
}

/** What the app answers: the entity, an error, or an invitation to sign in. */
export function presentDetails(
  slack: Slack,
  trigger_id: string,
  given: {
    metadata?: unknown;
    error?: unknown;
    user_auth_required?: boolean | undefined;
    user_auth_url?: string | undefined;
  },
): void {
  if (!slack.manifest.settings.interactivity.is_enabled) refuse('missing_interactivity_url');
  const request = slack.state.entity_requests[trigger_id];
  if (!request || slack.clock.now() - request.made > LIFE_MS) return refuse('invalid_trigger_id');
  if (given.user_auth_required === true) {
    request.shown = { user_auth_url: given.user_auth_url ?? refuse('user_auth_url_missing') };
  } else if (isObj(given.error)) {
    request.shown = { error: given.error };
  } else {
    if (!isEntity(given.metadata)) return refuse('invalid_metadata');
    if (given.metadata.url !== request.url) return refuse('entity_metadata_does_not_match_trigger');
    request.shown = { metadata: given.metadata };
  }
  slack.changed();
}
