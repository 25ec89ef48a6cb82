import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Book, PersonCard, Usual } from '../desk/book.ts';
import type { Registry } from '../desk/registry.ts';
import { type GroupKey, type PersonId, personId, type WorkspaceId } from '../domain/language.ts';
import { classify } from './deliver/classify.ts';
import { traceOf } from './log.ts';
import { cardOf, idOfUser } from './people/card.ts';
import { askersIn, readManagers, userGroupsOf } from './people/hierarchy.ts';
import { allUsers, membersOf } from './people/lists.ts';

const HOUR_MS = 60 * 60_000;

export type Pages = {
  now(): Book;
  /** Resolves when a book that was read after this call is there. */
  reload(): Promise<void>;
  /** Called with the book as it was, whenever another one has taken its place. */
  turned(listener: (before: Book) => Promise<unknown>): void;
  stop(): Promise<void>;
};

/** What the desk knows of people, groups and types, in memory; read anew, once for many changes, when it has changed. */
export async function createBook(registry: Registry, workspace: WorkspaceId, log: Logger): Promise<Pages> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let heard: (before: Book) => Promise<unknown> = async () => {};
  const read = async () => {
    const before = book;
    book = { ...(await registry.load(workspace)), ...(usual && { usual }) };
    void heard(before).catch((error: unknown) => log.warn(traceOf(error), 'what changed in the book was not followed'));
  };
  const begin = (): Promise<void> => (running = read().finally(() => (running = null)));
  // A change during a reading may or may not have been seen by it: one more reading serves all of them.
  const reload = (): Promise<void> =>
    running
      ? (next ??= running
          .catch(() => {})
          .then(() => {
            next = null;
            return begin();
          }))
      : begin();
  let usual: Usual | undefined;
  let book: Book = await registry.load(workspace);
  const unwatch = await registry.watch(() => {
    reload().catch((error: unknown) => log.warn(traceOf(error), 'the book could not be read again'));
  });
  // What nobody tells of changes slowly, and nobody waits for it: how long answers take.
  const learn = async () => {
    usual = await registry.usual(workspace);
    book = { ...book, usual };
  };
  let learning = Promise.resolve();
  const begun = () => {
    learning = learn().catch((error: unknown) => log.warn(traceOf(error), 'how long answers take could not be read'));
  };
  const hourly = setInterval(begun, HOUR_MS);
  hourly.unref();
  // What changed before we watched.
  await reload();
  begun();
  return {
    now: () => book,
    reload,
    turned: (listener) => void (heard = listener),
    async stop() {
      clearInterval(hourly);
      await unwatch();
      await Promise.allSettled([learning, running, next]);
    },
  };
}

export type PeopleDeps = {
  client: WebClient;
  registry: Pick<
    Registry,
    'savePeople' | 'redrawFor' | 'setChannelMembers' | 'saveUserGroups' | 'managerField' | 'saveManagers'
  >;
  workspace: WorkspaceId;
  book(): Book;
  reload(): Promise<void>;
  log: Logger;
};
export type People = ReturnType<typeof people>;

/** Who sits in an agents' channel has a seat in the group. What cannot be read leaves the seats as they are. */
async function seat(
  { client, registry, workspace, log }: PeopleDeps,
  group: GroupKey,
  channel: string,
  isPerson: (id: PersonId) => boolean,
): Promise<void> {
  try {
    const members = await membersOf(client, channel);
    await registry.setChannelMembers(workspace, group, members.filter(isPerson));
  } catch (error) {
    const verdict = classify(error, 'conversations.members');
    if (!verdict) throw error;
    log.warn({ group, channel, ...traceOf(error) }, "the members of an agents' channel could not be read");
  }
}

/** What an app that was installed long ago may not read yet: escalations go without it. */
async function ifAllowed({ log }: PeopleDeps, method: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!classify(error, method)) throw error;
    log.warn({ method, ...traceOf(error) }, 'a part of the escalation chains could not be read');
  }
}

const userGroups = (deps: PeopleDeps) =>
  ifAllowed(deps, 'usergroups.list', async () =>
    deps.registry.saveUserGroups(deps.workspace, await userGroupsOf(deps.client)),
  );

const managers = (deps: PeopleDeps, from: readonly PersonId[]) =>
  ifAllowed(deps, 'users.profile.get', async () => {
    const field = await deps.registry.managerField(deps.workspace);
    if (field !== null) await readManagers({ ...deps, field }, from);
  });

/** Another channel for a group's agents: whoever sits there now has the seats. */
export async function reseat(deps: PeopleDeps, before: Book): Promise<void> {
  const { registry, workspace, book } = deps;
  for (const { key, agentsChannel: channel } of book().groups) {
    const was = before.groups.find((group) => group.key === key);
    if (!was || was.agentsChannel === channel) continue;
    await registry.setChannelMembers(workspace, key, []);
    if (channel !== null) await seat(deps, key, channel, (id) => book().people.has(id));
  }
}

/** Who is in the workspace and in the agents' channels, as Slack knows it. */
export function people(deps: PeopleDeps) {
  const { client, registry, workspace, book, reload } = deps;
  const asked = new Map<PersonId, Promise<PersonCard | null>>();
  const before = (id: string | undefined) => book().people.get(personId(id ?? ''));

  /** Somebody whom the book does not know yet. Null: a bot, or nobody of this workspace. */
  function known(id: PersonId): Promise<PersonCard | null> {
    const card = book().people.get(id);
    if (card) return Promise.resolve(card);
    const asking = asked.get(id) ?? ask(id).finally(() => asked.delete(id));
    asked.set(id, asking);
    return asking;
  }

  async function ask(id: PersonId): Promise<PersonCard | null> {
    try {
      const card = cardOf((await client.users.info({ user: id, include_locale: true })).user);
      if (!card) return null;
      await registry.savePeople(workspace, [card]);
      await reload();
      return card;
    } catch (error) {
      if (classify(error, 'users.info')?.kind === 'rejected') return null;
      throw error;
    }
  }

  return {
    /** At start: everybody, then the seats in the groups. */
    async sync(): Promise<void> {
      const everyone = new Set<PersonId>();
      const moved: PersonId[] = [];
      for await (const members of allUsers(client)) {
        const cards = members.flatMap((member) => cardOf(member, before(member.id)) ?? []);
        moved.push(...cards.flatMap(({ id, active }) => ((before(id)?.active ?? active) === active ? [] : [id])));
        if (cards.length > 0) await registry.savePeople(workspace, cards);
        for (const { id } of cards) everyone.add(id);
      }
      for (const { key, agentsChannel } of book().groups)
        if (agentsChannel !== null) await seat(deps, key, agentsChannel, (id) => everyone.has(id));
      await reload();
      await userGroups(deps);
      await managers(deps, askersIn(book()));
      // Who left or came back while nobody was listening.
      for (const id of moved) await registry.redrawFor(workspace, id);
    },

    /** user_change and team_join. */
    async changed(changed: unknown): Promise<void> {
      const was = before(idOfUser(changed));
      const card = cardOf(changed, was);
      if (!card) return;
      await registry.savePeople(workspace, [card]);
      await reload();
      if (was && was.active !== card.active) await registry.redrawFor(workspace, card.id);
      await managers(deps, [card.id]);
    },

    /** subteam_created, subteam_updated and subteam_members_changed. */
    regrouped: () => userGroups(deps),

    /** member_joined_channel and member_left_channel. */
    async moved({ user, channel }: { user: string; channel: string }): Promise<void> {
      const groups = book().groups.filter(({ agentsChannel }) => agentsChannel === channel);
      if (groups.length === 0) return;
      await known(personId(user));
      for (const { key } of groups) await seat(deps, key, channel, (id) => book().people.has(id));
      await reload();
    },

    known,
  };
}
