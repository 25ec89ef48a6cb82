import type { Act, ActAnswer, Change, Channel, Control, Notice, Person, Sight } from '../../wire.ts';
import { changed, worldOf } from './apply.ts';
import type { Past } from './past.ts';
import { pastOf, sincePast, without } from './past.ts';
import { getState, getWorld, setState } from './store.ts';

type WithoutAs<T> = T extends unknown ? Omit<T, 'as'> : never;
/** What a person does, without saying who: it is always the one whose page this is. */
export type Deed = WithoutAs<Act>;

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

export async function act(deed: Deed): Promise<ActAnswer> {
  try {
    return (await post('/_local/act', { as: getWorld().me.id, ...deed })) as ActAnswer;
  } catch {
    return { ok: false, error: 'no_connection' };
  }
}

/** For a deed whose failure is worth a word and whose answer nobody waits for. */
export function doAct(deed: Deed): void {
  void act(deed).then((answer) => {
    // The app may have closed the window in the same moment.
    if (!answer.ok && !(deed.do === 'close' && answer.error === 'not_found'))
      toast(`That did not work: ${answer.error}`);
  });
}

export async function control(order: Control): Promise<Record<string, unknown>> {
  try {
    return (await post('/_local/control', order)) as Record<string, unknown>;
  } catch {
    toast('local-slack did not answer.');
    return {};
  }
}

export function toast(text: string): void {
  const id = crypto.randomUUID();
  setState({ toasts: [...getState().toasts, { id, text }] });
  setTimeout(() => setState({ toasts: getState().toasts.filter((one) => one.id !== id) }), 6000);
}

let counted = 0;

/** Slack speaks to this person, in the place where he is. */
export function say(text: string, channel: string, thread?: string): void {
  counted += 1;
  const at = Date.now() + getWorld().lag;
  setState({ said: [...getState().said, { id: `said-${counted}`, channel, thread, text, at }] });
}

function hear(notice: Notice): void {
  if (!notice.channel) return toast(notice.text);
  const { thread } = getState();
  // Whoever has just pressed something in a thread looks there for the answer.
  const inThread = thread?.channel === notice.channel && document.activeElement?.closest('.thread-pane');
  say(notice.text, notice.channel, inThread ? thread.ts : undefined);
}

let socket: WebSocket | null = null;
let past: Past = { views: new Set(), lines: new Set() };
let waiting = 300;

/** Opens the page's line as someone; answers when the first state has come, and keeps the line open from then on. */
export async function openLine(name: string): Promise<void> {
  const old = socket;
  socket = null;
  old?.close();
  queued = [];
  const sight = await fetchSight(await idOf(name));
  past = pastOf(sight);
  setState({ world: worldOf(without(past, sight)), failure: '' });
  listen(sight.me.id);
}

/** The address names somebody who is not in this workspace. */
export class Nobody extends Error {
  readonly people: Person[];
  constructor(name: string, people: Person[]) {
    super(name);
    this.people = people;
  }
}

/** The id of the person of that name; without a name, of somebody who asks rather than answers. */
async function idOf(name: string): Promise<string> {
  const answer = await fetch('/_local/people');
  const people = ((await answer.json()) as Person[]).filter(
    (one) => !one.is_bot && !one.deleted && one.id !== 'USLACKBOT',
  );
  const asks = (one: Person): boolean =>
    !one.is_admin && !one.is_restricted && !/agent|lead|head|chief|admin/i.test(one.title);
  const named = people.find((one) => one.name === name || one.id === name);
  if (name && !named) throw new Nobody(name, people);
  const found = named ?? people.find(asks) ?? people[0];
  if (!found) throw new Error('there is nobody in it');
  return found.id;
}

async function fetchSight(as: string): Promise<Sight> {
  const answer = await fetch(`/_local/state?as=${encodeURIComponent(as)}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as Sight;
}

function listen(as: string): void {
  const mine = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/_local/live?as=${encodeURIComponent(as)}`);
  socket = mine;
  mine.addEventListener('open', () => {
    waiting = 300;
    // What happened between the first state and this line.
    void refresh(as);
  });
  mine.addEventListener('message', (event) => {
    if (socket === mine) queue(sincePast(past, JSON.parse(String(event.data)) as Change));
  });
  mine.addEventListener('close', () => {
    if (socket !== mine) return;
    setState({ online: false });
    waiting = Math.min(waiting * 2, 5000);
    setTimeout(() => void again(mine), waiting);
  });
}

/** The workspace may have come back as another one, in which this person has another id. */
async function again(old: WebSocket): Promise<void> {
  if (socket !== old) return;
  const { me } = getWorld();
  try {
    const id = await idOf(me.name);
    if (id === me.id) listen(id);
    else location.reload();
  } catch (error) {
    if (error instanceof Nobody) return location.reload();
    waiting = Math.min(waiting * 2, 5000);
    setTimeout(() => void again(old), waiting);
  }
}

/** How many readings are under way: what is told meanwhile is newer than what they bring, and is drawn after them. */
let reading = 0;

async function refresh(as: string): Promise<void> {
  reading++;
  try {
    setState({ world: worldOf(without(past, await fetchSight(as)), getWorld()), online: true });
  } catch {
    toast('The workspace could not be loaded again.');
  } finally {
    reading--;
    if (reading === 0 && queued.length > 0) flush();
  }
}

let queued: Change[] = [];

/** A burst of changes is drawn as one. */
function queue(change: Change): void {
  queued.push(change);
  if (queued.length === 1 && reading === 0) setTimeout(flush, 8);
}

function flush(): void {
  if (reading > 0) return;
  const changes = queued;
  queued = [];
  const before = getWorld();
  const { me } = before;
  let world = before;
  for (const change of changes) {
    if (change.kind === 'notice') hear(change.notice);
    world = changed(world, change);
  }
  setState({ world });
  // Only those who belong to a channel are told what was said in it, so joining means reading anew.
  const isIn = (channel: Channel | undefined): boolean => channel?.members.includes(me.id) ?? false;
  const joined = (one: Change): boolean =>
    one.kind === 'channel' && isIn(one.channel) && !isIn(before.channels[one.channel.id]);
  if (changes.some((one) => one.kind === 'reload')) location.reload();
  else if (changes.some((one) => one.kind === 'stale' || joined(one))) void refresh(me.id);
}
