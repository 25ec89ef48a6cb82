import type { JournalRow } from '../../wire.ts';

type Obj = Record<string, unknown>;

const object = (value: unknown): Obj => (typeof value === 'object' && value !== null ? (value as Obj) : {});

function payloadOf(row: JournalRow): Obj {
  const request = object(row.request);
  return row.kind === 'delivery' ? object(request['payload']) : request;
}

const known = new WeakMap<JournalRow, readonly string[]>();

/** What links a row to others: its trigger or envelope, its response address, and the message it made or told of. */
export function linksOf(row: JournalRow): readonly string[] {
  const before = known.get(row);
  if (before) return before;
  const payload = payloadOf(row);
  const answer = object(row.answer);
  const event = object(payload['event']);
  const body = object(answer['body']);
  const made = row.kind === 'call' && row.name.startsWith('chat.') ? [body['ts'], body['message_ts']] : [answer['ts']];
  const all = [row.link, payload['trigger_id'], payload['response_url'], answer['envelope_id'], event['ts'], ...made];
  const links = all.filter((one): one is string => typeof one === 'string' && one !== '');
  known.set(row, links);
  return links;
}

/** The rows that share a link with this one, itself among them. */
export function kinOf(rows: readonly JournalRow[], row: JournalRow): ReadonlySet<number> {
  const links = new Set(linksOf(row));
  const kin = rows.filter((one) => linksOf(one).some((link) => links.has(link)));
  return new Set([row.n, ...kin.map((one) => one.n)]);
}

/** Why it went wrong, if it did: Slack's error, the status, a missing acknowledgement, the fault that hit it. */
export function troubleOf(row: JournalRow): string {
  const answer = object(row.answer);
  const body = object(answer['body']);
  const { status } = answer;
  const error = body['error'] ?? answer['error'] ?? answer['why'];
  if (body['ok'] === false || answer['ok'] === false) return typeof error === 'string' ? error : 'failed';
  if (typeof status === 'number' && status >= 400) return `HTTP ${status}`;
  return row.fault ?? '';
}

const texts = new WeakMap<JournalRow, string>();

/** All that stands in a row, to search in. */
export function textOf(row: JournalRow): string {
  const before = texts.get(row);
  if (before !== undefined) return before;
  const text = JSON.stringify(row).toLowerCase();
  texts.set(row, text);
  return text;
}

/** A few words that tell one row from the next of its name. */
export function gistOf(row: JournalRow): string {
  const payload = payloadOf(row);
  const event = object(payload['event']);
  const [action] = Array.isArray(payload['actions']) ? (payload['actions'] as unknown[]) : [];
  const view = object(payload['view']);
  const command = [payload['command'], payload['text']].filter((one) => typeof one === 'string').join(' ');
  const candidates = [
    object(action)['action_id'],
    payload['action_id'],
    command,
    payload['name'],
    event['text'],
    event['reaction'],
    object(view['title'])['text'],
    payload['callback_id'],
    payload['channel'],
    event['user'],
    payload['user'],
  ];
  const found = candidates.find((one): one is string => typeof one === 'string' && one !== '');
  return (found ?? '').replace(/\s+/g, ' ').slice(0, 120);
}
