import { setTimeout as sleep } from 'node:timers/promises';
import type { HomeView } from '@slack/types';
import type { Logger } from 'pino';
import type { Book } from '../desk/book.ts';
import type { Outbox } from '../desk/outbox.ts';
import type { Registry } from '../desk/registry.ts';
import type { Person, PersonId, WorkspaceId } from '../domain/language.ts';
import type { Message } from './kit.ts';
import type { Clients } from './clients.ts';
import { type Carry, carry, type Waits, WAITS } from './deliver/carry.ts';
import { turns } from './deliver/turns.ts';

export type CarrierDeps = {
  workspace: WorkspaceId;
  outbox: Outbox;
  registry: Pick<Registry, 'dm' | 'saveDm' | 'closed' | 'opened'>;
  book(): Book;
  clients: Clients;
  now?: () => Date;
  /** Has `deliver` called again for this conversation. */
  wake(conversation: string, at: Date): Promise<unknown>;
  /** What this person sees at home; null: nobody who sees anything. */
  home(person: PersonId): Promise<HomeView | null>;
  /** What waits for this person in the morning; null: nothing does. */
  digest(person: PersonId): Promise<Message | null>;
  /** Until when this person wants no pings; null: he takes them now. */
  quiet(person: PersonId): Promise<Date | null>;
  /** With the seats that he has now; null: nobody of this workspace. */
  person(id: PersonId): Promise<Person | null>;
  /** An answer will not reach its requester, as things stand. */
  undelivered: Carry['undelivered'];
  /** How a batch stands, or what it did to somebody. */
  batch: Carry['batch'];
  log: Logger;
  botUserId: string;
  /** Aborted: the letter in hand is carried, the others stay in the outbox. */
  signal?: AbortSignal;
  waits?: Partial<Waits>;
};

/**
 * Carries the letters of one conversation to Slack, in order; called by the worker, once at a time for a conversation.
 * Rejects only when the database does; whatever Slack does, the letter is put off, or given up and the next one follows.
 */
export function carrier(given: CarrierDeps) {
  const { workspace, outbox, registry, clients, wake, signal } = given;
  const now = given.now ?? (() => new Date());
  const waits = { ...WAITS, ...given.waits };
  /** Until then our token is taken for bad: no use in trying it for every letter. */
  let barred = 0;

  async function dm(person: PersonId): Promise<string> {
    const known = await registry.dm(workspace, person);
    if (known) return known;
    const { channel } = await clients.write.conversations.open({ users: person });
    if (!channel?.id) throw new Error('conversations.open gave no channel');
    await registry.saveDm(workspace, person, channel.id);
    return channel.id;
  }

  const deps: Carry = {
    ...given,
    now,
    waits,
    dm,
    sleep: (ms) => sleep(ms),
    tries: new Map(),
    turn: turns(waits.bulk, now),
  };

  return {
    async deliver(of: WorkspaceId, conversation: string): Promise<void> {
      if (barred > now().getTime()) return void (await wake(conversation, new Date(barred)));
      const putOff = new Set<number>();
      for (;;) {
        const letters = await outbox.waiting(of, conversation);
        // One that was put off and is here again: the database's clock is ahead of ours.
        if (letters.length === 0 || letters.some(({ id }) => putOff.has(id))) return;
        for (const letter of letters) {
          if (signal?.aborted) return void (await wake(conversation, now()));
          const carried = await carry(deps, letter);
          if (carried === 'unauthorised') {
            barred = now().getTime() + waits.auth;
            return;
          }
          // What may go on beside a letter that waits, the outbox knows.
          if (carried === 'put_off') {
            putOff.add(letter.id);
            break;
          }
        }
      }
    },
  };
}
