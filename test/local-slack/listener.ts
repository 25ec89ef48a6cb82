import type { App } from '@slack/bolt';
import { type Workspace, bolt } from './workspace.ts';

export type Json = Record<string, unknown>;
export type Heard = Json & {
  type: string;
  trigger_id: string;
  response_url: string;
  actions: Json[];
  view: Json;
  container: Json;
  state: Json;
};

export type Event = Json & { type: string; subtype?: string; text?: string };
export type Envelope = Json & { event: Event; event_id: string };

type Middleware = { body: Heard; ack?: (payload?: unknown) => Promise<void>; next: () => Promise<void> };

/** An app that keeps every event it hears, its own included. */
export async function ear(on: Workspace): Promise<Envelope[]> {
  const heard: Envelope[] = [];
  const define = (app: App): void => {
    app.use(async (args) => {
      const { body, ack, next } = args as unknown as Middleware;
      if (body.type === 'event_callback') heard.push(body as unknown as Envelope);
      // Bolt acks every event by itself but this one.
      if ((body as unknown as Envelope).event?.type === 'function_executed') await ack?.();
      await next();
    });
  };
  await bolt(on, define, { ignoreSelf: false });
  return heard;
}

/** The same, of which only the events are of interest, as Bolt hands them on. */
export async function hearing(on: Workspace): Promise<Event[]> {
  const heard: Event[] = [];
  const define = (app: App): void => app.event(/.*/, async ({ event }) => void heard.push(event as unknown as Event));
  await bolt(on, define, { ignoreSelf: false });
  return heard;
}

/** An app that keeps every interaction it hears, acks it, and answers submissions with `answer`. */
export async function listener(on: Workspace, answer: () => unknown = () => undefined): Promise<Heard[]> {
  const heard: Heard[] = [];
  await bolt(on, (app: App) => {
    app.use(async (args) => {
      const { body, ack, next } = args as unknown as Middleware;
      if (body.type === 'event_callback') return next();
      heard.push(body);
      await ack?.(answer());
    });
  });
  return heard;
}

export const at = (channel: string, ts: string) => ({ kind: 'message' as const, channel, ts });

export async function trigger(on: Workspace, heard: Heard[], as = 'ana'): Promise<string> {
  const before = heard.length;
  await on.act(as, { do: 'command', channel: on.ids.channels['general']!, command: '/ticket', text: '' });
  return heard[before]!.trigger_id;
}

export async function opened(on: Workspace, heard: Heard[], view: unknown, as = 'ana'): Promise<string> {
  const answer = await on.call('views.open', { trigger_id: await trigger(on, heard, as), view });
  return (answer['view'] as { id: string }).id;
}
