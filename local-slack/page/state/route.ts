import type { Ts } from '../../wire.ts';
import { act, doAct, openLine, toast } from './line.ts';
import type { AppTab, Spot, World } from './store.ts';
import { getState, getWorld, setState } from './store.ts';

type Target = { spot: Spot | null; thread: { channel: string; ts: Ts } | null; marked: Ts | null };

function tsOf(permalinkPart: string): Ts {
  const digits = permalinkPart.replace(/^p/, '');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** Reads `/archives/C1`, `/archives/C1/p1700000000000100?thread_ts=…` and `/app/home`. */
function readAddress(url: URL): Target {
  const [, head, id = '', message] = url.pathname.split('/');
  if (head === 'app') {
    const tab: AppTab = id === 'messages' || id === 'about' ? id : 'home';
    return { spot: { kind: 'app', tab }, thread: null, marked: null };
  }
  if (head !== 'archives' || !id) return { spot: null, thread: null, marked: null };
  const marked = message && /^p\d{16}$/.test(message) ? tsOf(message) : null;
  const root = url.searchParams.get('thread_ts');
  return { spot: { kind: 'channel', id }, thread: root ? { channel: id, ts: root } : null, marked };
}

export function permalink(channel: string, ts: Ts, threadTs?: Ts): string {
  const inThread = threadTs && threadTs !== ts ? `?thread_ts=${threadTs}&cid=${channel}` : '';
  return `/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}

function writeAddress(spot: Spot, replace: boolean): void {
  const path = spot.kind === 'app' ? `/app/${spot.tab}` : `/archives/${spot.id}`;
  const next = `${path}?as=${encodeURIComponent(getWorld().me.name)}`;
  if (next === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', next);
  else history.pushState(null, '', next);
}

/** Where the new line goes: before the oldest message one has not read. */
function firstUnread(world: World, id: string): Ts | null {
  const unread = world.channels[id]?.unread ?? 0;
  if (unread === 0) return null;
  const others = (world.talk[id] ?? []).filter((one) => one.user !== world.me.id && isTopLevel(one.ts, one.thread_ts));
  return others.at(-unread)?.ts ?? null;
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
    marked: rest.marked ?? null,
    newFrom: channel && ts ? { channel, ts } : null,
    sidebar: false,
  });
  writeAddress(there, rest.replace ?? false);
  if (there.kind === 'app' && there.tab === 'home') doAct({ do: 'open_home' });
  if (there.kind === 'app' && there.tab === 'messages' && !appDm) doAct({ do: 'open_dm', with: world.app.bot });
}

/** The channel whose messages a spot shows, if any. */
export function channelAt(spot: Spot, world: World): string {
  if (spot.kind === 'channel') return spot.id;
  return spot.tab === 'messages' ? world.app.dm : '';
}

function usual(world: World): Spot {
  const mine = Object.values(world.channels).filter((one) => one.kind !== 'im' && one.members.includes(world.me.id));
  const first = mine.toSorted((a, b) => a.name.localeCompare(b.name))[0];
  return first ? { kind: 'channel', id: first.id } : { kind: 'app', tab: 'home' };
}

function followAddress(): void {
  const world = getWorld();
  const { spot, thread, marked } = readAddress(new URL(location.href));
  const known = spot && (spot.kind === 'app' || world.channels[spot.id]) ? spot : usual(world);
  const message =
    marked && spot?.kind === 'channel' ? world.talk[spot.id]?.find((one) => one.ts === marked) : undefined;
  const root = message?.thread_ts && message.thread_ts !== message.ts ? message.thread_ts : null;
  const inThread = root && spot?.kind === 'channel' ? { channel: spot.id, ts: root } : thread;
  goTo(known, { thread: inThread, marked, replace: true });
}

export async function openAs(as: string): Promise<void> {
  try {
    await openLine(as);
    setState({ said: [], dismissed: new Set(), thread: null });
    followAddress();
  } catch (error) {
    setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

export function start(): void {
  addEventListener('popstate', () => {
    const as = new URL(location.href).searchParams.get('as');
    if (as && as !== getState().world?.me.name) void openAs(as);
    else followAddress();
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
  goTo(spot, { thread, marked });
}

export function openThread(channel: string, ts: Ts): void {
  setState({ thread: { channel, ts } });
}

export function closeThread(): void {
  setState({ thread: null });
}

export async function openDm(person: string): Promise<void> {
  const world = getWorld();
  const known = Object.values(world.channels).find((one) => one.kind === 'im' && one.with === person);
  if (known) return goTo({ kind: 'channel', id: known.id });
  const answer = await act({ do: 'open_dm', with: person });
  if (!answer.ok || !answer.channel) return toast('The conversation could not be opened.');
  const { channel } = answer;
  if (getState().world?.channels[channel]) return goTo({ kind: 'channel', id: channel });
  await openLine(world.me.id);
  goTo({ kind: 'channel', id: channel });
}
