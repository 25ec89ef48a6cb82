/** Every block list and view that an app sends, found in the journal's rows. */
import type { JournalRow } from '../../local-slack/wire.ts';

type Obj = Record<string, unknown>;
export type Payload = { kind: 'message' | 'view'; /** Where it stood. */ at: string; value: unknown };

const isObj = (value: unknown): value is Obj => typeof value === 'object' && value !== null && !Array.isArray(value);
const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Blocks of a message's body, and of its attachments. */
function inMessage(body: Obj, at: string): Payload[] {
  const attachments = Array.isArray(body['attachments']) ? body['attachments'] : [];
  const own: Payload[] = given(body['blocks']) ? [{ kind: 'message', at: `${at}/blocks`, value: body['blocks'] }] : [];
  return [...own, ...attachments.flatMap((one, n) => (isObj(one) ? inMessage(one, `${at}/attachments/${n}`) : []))];
}

function inCall(row: JournalRow): Payload[] {
  if (!isObj(row.request)) return [];
  const { view, unfurls, message } = row.request;
  return [
    ...inMessage(row.request, row.name),
    ...(isObj(message) ? inMessage(message, `${row.name}/message`) : []),
    ...(isObj(unfurls)
      ? Object.entries(unfurls).flatMap(([url, one]) => (isObj(one) ? inMessage(one, `${row.name}/${url}`) : []))
      : []),
    ...(given(view) ? [{ kind: 'view' as const, at: `${row.name}/view`, value: view }] : []),
  ];
}

/** Options come bare; a menu around them is what is judged. */
function menu(options: unknown, groups: unknown): unknown {
  const offered = options === undefined ? { option_groups: groups } : { options };
  return [{ type: 'actions', elements: [{ type: 'static_select', ...offered }] }];
}

function inAck(row: JournalRow): Payload[] {
  const body = isObj(row.answer) ? row.answer['payload'] : undefined;
  if (!isObj(body)) return [];
  const { view, options, option_groups: groups } = body;
  const some = [options, groups].some((one) => Array.isArray(one) && one.length > 0);
  return [
    ...inMessage(body, `ack of ${row.name}`),
    ...(given(view) ? [{ kind: 'view' as const, at: `ack of ${row.name}/view`, value: view }] : []),
    ...(some ? [{ kind: 'message' as const, at: `ack of ${row.name}/options`, value: menu(options, groups) }] : []),
  ];
}

export function payloadsOf(row: JournalRow): Payload[] {
  if (row.kind === 'call') return inCall(row);
  return row.kind === 'delivery' ? inAck(row) : [];
}
