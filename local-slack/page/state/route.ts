import type { Channel, Ts } from '../../wire.ts';
import { recallDrafts } from './drafts.ts';
import { loadOlder, loadThread } from './history.ts';
import { act, doAct, Nobody, openLine, toast } from './line.ts';
import type { AppTab, Spot, World } from './store.ts';
import { getState, getWorld, setState } from './store.ts';

type Target = { spot: Spot | null; thread: { channel: string; ts: Ts } | null; marked: Ts | null };

function tsOf(permalinkPart: string): Ts {
  const digits = permalinkPart.replace(/^p/, '');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** Reads `/archives/C1`, `/archives/C1/p1700000000000100?thread_ts=…`, `/app/home` and `/threads`. */
function readAddress(url: URL): Target {
  const [, head, id = '', message] = url.pathname.split('/');
  if (head === 'app') {
    const tab: AppTab = id === 'messages' || id === 'about' ? id : 'home';
    return { spot: { kind: 'app', tab }, thread: null, marked: null };
  }
  if (head === 'threads') return { spot: { kind: 'threads' }, thread: null, marked: null };
  if (head !== 'archives' || !id) return { spot: null, thread: null, marked: null };
  const marked = message && /^p\d{16}$/.test(message) ? tsOf(message) : null;
  const root = url.searchParams.get('thread_ts');
  return { spot: { kind: 'channel', id }, thread: root ? { channel: id, ts: root } : null, marked };
}

export function permalink(channel: string, ts: Ts, threadTs?: Ts): string {
  const inThread = threadTs && threadTs !== ts ? `?thread_ts=${threadTs}&cid=${channel}` : '';
  return `/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}

function pathOf(spot: Spot): string {
  switch (spot.kind) {
    case 'app':
      return `/app/${spot.tab}`;
    case 'threads':
      return '/threads';
    case 'channel':
      return `/archives/${spot.id}`;
  }
}

function writeAddress(spot: Spot, replace: boolean): void {
  const next = `${pathOf(spot)}?as=${encodeURIComponent(getWorld().me.name)}`;
  if (next === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', next);
  else history.pushState(null, '', next);
}

/** Where the new line goes: before the oldest message one has not read. */
function firstUnread(world: World, id: string): Ts | null {
  const channel = world.channels[id];
  if (!channel || channel.unread === 0) return null;
  const fresh = (world.talk[id] ?? []).find(
    (one) => one.ts > channel.read && one.user !== world.me.id && (isTopLevel(one.ts, one.thread_ts) || one.broadcast),
  );
  return fresh?.ts ?? null;
}

export function isDirect(channel: Channel): boolean {
  return channel.kind === 'im' || channel.kind === 'mpim';
}

export function isTopLevel(ts: Ts, threadTs: Ts | undefined): boolean {
  return !threadTs || threadTs === ts;
}

type Arrival = { thread?: Target['thread']; marked?: Ts | null; replace?: boolean };

export function goTo(spot: Spot, rest: Arrival = {}): void {
  const world = getWorld();
  const appDm = world.app.dm;
  const there: Spot = spot.kind === 'channel' && appDm && spot.id === appDm ? { kind: 'app', tab: 'messages' } : spot;
  const channel = channelAt(there, world);
  const ts = channel ? firstUnread(world, channel) : null;
  setState({
    spot: there,
    thread: rest.thread ?? null,
    profile: null,
    editing: null,
    marked: rest.marked ?? null,
    newFrom: channel && ts ? { channel, ts } : null,
    keptUnread: '',
    sidebar: false,
  });
  writeAddress(there, rest.replace ?? false);
  if (there.kind === 'app' && there.tab === 'home') doAct({ do: 'open_home' });
  if (there.kind === 'app' && there.tab === 'messages' && !appDm) doAct({ do: 'open_dm', with: world.app.bot });
}

/** The channel whose messages a spot shows, if any. */
function channelAt(spot: Spot, world: World): string {
  if (spot.kind === 'channel') return spot.id;
  if (spot.kind === 'threads') return '';
  return spot.tab === 'messages' ? world.app.dm : '';
}

/** Where one is who has not said where to. */
export function usual(world: World): Spot {
  const mine = Object.values(world.channels).filter((one) => !isDirect(one) && one.members.includes(world.me.id));
  const first = mine.toSorted((a, b) => a.name.localeCompare(b.name))[0];
  return first ? { kind: 'channel', id: first.id } : { kind: 'app', tab: 'home' };
}

async function followAddress(): Promise<void> {
  const { spot, thread, marked } = readAddress(new URL(location.href));
  const world = getWorld();
  const known = spot?.kind === 'channel' && !world.channels[spot.id] ? null : spot;
  if (spot && !known) toast('You cannot see that conversation.');
  if (known?.kind === 'channel' && marked) await goToMessage(known.id, marked, thread?.ts, true);
  else goTo(known ?? usual(world), { thread, replace: true });
}

/** Opens a message where it stands, in its thread if it is a reply. */
export async function goToMessage(channel: string, ts: Ts, threadTs?: Ts, replace = false): Promise<void> {
  if (threadTs) await loadThread(channel, threadTs);
  await loadOlder(channel, threadTs ?? ts);
  const message = getWorld().talk[channel]?.find((one) => one.ts === ts);
  if (!message) toast('That message is not there any more.');
  const root = message?.thread_ts && message.thread_ts !== ts ? message.thread_ts : threadTs;
  const thread = root && root !== ts ? { channel, ts: root } : null;
  goTo({ kind: 'channel', id: channel }, { thread, marked: message ? ts : null, replace });
}

export async function openAs(as: string): Promise<void> {
  try {
    await openLine(as);
    setState({ said: [], dismissed: new Set(), thread: null, nobody: null });
    recallDrafts();
    await followAddress();
  } catch (error) {
    if (error instanceof Nobody) setState({ nobody: { name: error.message, people: error.people } });
    else setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

export function start(): void {
  addEventListener('popstate', () => {
    const as = new URL(location.href).searchParams.get('as');
    if (as && as !== getState().world?.me.name) void openAs(as);
    else void followAddress();
  });
  document.addEventListener('click', followLink);
  void openAs(new URL(location.href).searchParams.get('as') ?? '');
}

/** A permalink to this workspace opens here, whatever host it names. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const url = new URL(link.href);
  const { spot, thread, marked } = readAddress(url);
  const ours = url.origin === location.origin || /(^|\.)slack\.com$/.test(url.hostname);
  if (!ours || spot?.kind !== 'channel') return;
  event.preventDefault();
  if (!getWorld().channels[spot.id]) return toast('You cannot see that conversation.');
  if (marked) void goToMessage(spot.id, marked, thread?.ts);
  else goTo(spot, { thread });
}

export function openThread(channel: string, ts: Ts): void {
  setState({ thread: { channel, ts }, profile: null });
}

export function openProfile(person: string): void {
  setState({ profile: person, thread: null });
}

export function closeProfile(): void {
  setState({ profile: null });
}

export function closeThread(): void {
  setState({ thread: null });
}

/** Waits until the page has heard of a channel that has just come to be. */
export async function knownChannel(id: string): Promise<void> {
  for (let tries = 0; tries < 40 && !getWorld().channels[id]; tries += 1)
    await new Promise((done) => setTimeout(done, 25));
}

export async function openDm(person: string): Promise<void> {
  const known = Object.values(getWorld().channels).find((one) => one.kind === 'im' && one.with === person);
  if (known && !known.closed) return goTo({ kind: 'channel', id: known.id });
  const answer = await act({ do: 'open_dm', with: person });
  if (!answer.ok || !answer.channel) return toast('The conversation could not be opened.');
  await knownChannel(answer.channel);
  goTo({ kind: 'channel', id: answer.channel });
}

/** Writes to one person or to several at once. */
export async function openTalkWith(people: string[]): Promise<void> {
  const [only = ''] = people;
  if (people.length < 2) return openDm(only);
  const answer = await act({ do: 'open_group', with: people });
  if (!answer.ok || !answer.channel) {
    const many = !answer.ok && answer.error === 'too_many_users';
    return toast(many ? 'A group has at most nine people.' : 'The conversation could not be opened.');
  }
  await knownChannel(answer.channel);
  goTo({ kind: 'channel', id: answer.channel });
}
