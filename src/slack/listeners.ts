import type { App, KnownEventFromType, RespondFn } from '@slack/bolt';
import { z } from 'zod';
import type { ClosedWhy } from '../desk/closed.ts';
import { click, formId, submission } from './codec.ts';
import { command } from './command.ts';
import { backFromPreview } from './composer/back.ts';
import { worded } from './composer/worded.ts';
import { expired } from './expired.ts';
import { hear, mentioned } from './hear.ts';
import { publishHome } from './home.ts';
import { traceOf } from './log.ts';
import { suggestion } from './menu.ts';
import type { Parts } from './parts.ts';
import { press } from './press.ts';
import { react } from './react.ts';
import { byShortcut, shortcut } from './shortcuts.ts';
import { slashCommand } from './slash.ts';
import { submit } from './submit.ts';
import { suggest } from './suggest.ts';
import { surfaceOfForm, surfaceOfPress, through } from './surface.ts';
import { foreignMessage, troubleErrors, troubleMessage } from './views/trouble.ts';
import { personId } from '../domain/language.ts';

/** What people do in Slack, one listener per kind: Bolt asks each of them in turn. */
export function listen(app: App, parts: Parts): void {
  app.action(/^/, async ({ ack, body, respond }) => {
    await ack();
    await withTrouble(parts, body, responder(body, respond), async () => {
      atHome(parts, body);
      const parsed = click.safeParse(worded(body, parts.book()));
      if (!parsed.success) throw new Malformed('click', parsed.error);
      await parts.people.known(parsed.data.user);
      await press(through(parts, surfaceOfPress(body)), parsed.data, responder(body, respond));
    });
  });

  app.view(/^/, async ({ ack, body }) => {
    try {
      atHome(parts, body);
      const parsed = submission.safeParse(worded(body, parts.book()));
      if (!parsed.success) throw new Malformed('form', parsed.error);
      await parts.people.known(parsed.data.user);
      const answer = await submit(through(parts, surfaceOfForm(parsed.data)), parsed.data);
      await (answer ? ack(answer) : ack());
    } catch (error) {
      report(parts, error);
      await ack(troubleErrors(parts, body));
    }
  });

  app.view({ type: 'view_closed', callback_id: formId('preview') }, async ({ ack, body }) => {
    await ack();
    try {
      atHome(parts, body);
      await backFromPreview(parts, body);
    } catch (error) {
      report(parts, error);
    }
  });

  app.command(/^\/ticket$/, async ({ ack, body }) => {
    try {
      atHome(parts, body);
      const parsed = slashCommand.safeParse(body);
      if (!parsed.success) throw new Malformed('command', parsed.error);
      const { text, user_id, trigger_id } = parsed.data;
      await parts.people.known(user_id);
      const said = await command(through(parts, 'command'), { text, user: user_id, trigger: trigger_id });
      await (said ? ack({ response_type: 'ephemeral', ...said }) : ack());
    } catch (error) {
      report(parts, error);
      await ack({ response_type: 'ephemeral', ...troubleMessage(parts, personId(body.user_id), expired(error)) });
    }
  });

  listenBeside(app, parts);

  // One listener for all events: Bolt asks every listener that there is.
  app.event(/./, async ({ event }) => void (await heard[event.type]?.(parts, event)));
}

/** Menus that ask for their choices, and shortcuts. */
function listenBeside(app: App, parts: Parts): void {
  app.options(/^/, async ({ ack, body }) => {
    try {
      atHome(parts, body);
      const parsed = suggestion.safeParse(body);
      if (!parsed.success) throw new Malformed('menu', parsed.error);
      await ack({ options: await suggest(parts, parsed.data) });
    } catch (error) {
      report(parts, error);
      await ack({ options: [] });
    }
  });

  app.shortcut(/^/, async ({ ack, body }) => {
    await ack();
    await withTrouble(parts, body, undefined, async () => {
      atHome(parts, body);
      const parsed = shortcut.safeParse(body);
      if (!parsed.success) throw new Malformed('shortcut', parsed.error);
      await byShortcut(parts, parsed.data);
    });
  });
}

type Heard = (parts: Parts, event: KnownEventFromType<string>) => Promise<unknown>;
const members = z.looseObject({ user: z.string(), channel: z.string() });
const opened = z.looseObject({
  tab: z.literal('home'),
  user: z.string().transform(personId),
  /** What stands there; nothing did yet, or not any more, where it is left out. */
  view: z.unknown().optional(),
});

const place = z.looseObject({ channel: z.string() });
/** A channel is closed to us: told at once, not with the next letter that does not arrive. */
const closing =
  (why: ClosedWhy): Heard =>
  ({ registry, desk }, event) =>
    registry.closed(desk.workspace, place.parse(event).channel, why);
const opening: Heard = ({ registry, desk }, event) => registry.opened(desk.workspace, place.parse(event).channel);

/** What happens around us: stored before it was acked, worked on from the inbox. The manifest subscribes to the same. */
export const heard: Record<string, Heard> = {
  message: (parts, event) => hear(through(parts, 'thread'), event),
  app_mention: mentioned,
  reaction_added: (parts, event) => react(through(parts, 'emoji'), event),
  user_change: ({ people }, event) => people.changed('user' in event ? event.user : null),
  subteam_created: ({ people }) => people.regrouped(),
  subteam_updated: ({ people }) => people.regrouped(),
  subteam_members_changed: ({ people }) => people.regrouped(),
  team_join: ({ people }, event) => people.changed('user' in event ? event.user : null),
  member_joined_channel: async ({ people, registry, desk, botUser }, event) => {
    const { user, channel } = members.parse(event);
    if (user === botUser) await registry.opened(desk.workspace, channel);
    await people.moved({ user, channel });
  },
  member_left_channel: async ({ people }, event) => people.moved(members.parse(event)),
  channel_archive: closing('archived'),
  group_archive: closing('archived'),
  channel_deleted: closing('gone'),
  group_deleted: closing('gone'),
  channel_left: closing('not_member'),
  group_left: closing('not_member'),
  channel_unarchive: opening,
  group_unarchive: opening,
  app_home_opened: async (parts, event) => {
    const home = opened.safeParse(event);
    if (!home.success) return;
    await parts.people.known(home.data.user);
    await publishHome(parts, home.data.user, { anew: home.data.view === undefined });
  },
};

/** A payload that is not of our making, or no longer. Nothing of it is logged but where it broke. */
class Malformed extends Error {
  override name = 'Malformed';
  readonly at: string[];
  constructor(what: string, error: z.ZodError) {
    super(`a ${what} that we did not make`);
    this.at = error.issues.map(({ path }) => path.join('.'));
  }
}

const homes = z.looseObject({
  team: z.looseObject({ id: z.string() }).nullish(),
  team_id: z.string().nullish(),
  user: z.looseObject({ team_id: z.string().nullish() }).nullish(),
});

/** In a channel shared with another company its people see our buttons too: they are not ours to serve (contract 17). */
function atHome({ desk }: Parts, body: unknown): void {
  const parsed = homes.safeParse(body);
  if (!parsed.success) throw new Malformed('payload', parsed.error);
  const { team, team_id, user } = parsed.data;
  const foreign = [team?.id, team_id, user?.team_id].some((id) => typeof id === 'string' && id !== desk.workspace);
  if (foreign) throw new Foreign('a person of another workspace');
}
class Foreign extends Error {
  override name = 'Foreign';
}

function report({ log }: Parts, error: unknown): void {
  if (error instanceof Foreign) log.warn(error.message);
  else if (error instanceof Malformed) log.warn({ at: error.at }, error.message);
  else if (expired(error)) log.warn(traceOf(error), 'a window was gone');
  else log.error(traceOf(error), 'a listener failed');
}

/** A fault is told to the person in one sentence and logged once. */
async function withTrouble(
  parts: Parts,
  body: { user: { id: string } },
  respond: RespondFn | undefined,
  work: () => Promise<void>,
) {
  try {
    await work();
  } catch (error) {
    report(parts, error);
    const person = personId(body.user.id);
    const said =
      error instanceof Foreign ? foreignMessage(parts, person) : troubleMessage(parts, person, expired(error));
    if (respond) await respond({ response_type: 'ephemeral', replace_original: false, ...said });
    else await parts.write.chat.postMessage({ channel: body.user.id, ...said });
  }
}

/** Bolt hands out `respond` even where Slack gave no address to respond to. */
const responder = (body: object, respond: RespondFn): RespondFn | undefined =>
  'response_url' in body ? respond : undefined;
