import { z } from 'zod';
import type { TicketNumber } from '../domain/language.ts';
import { typedTicket } from './codec.ts';

/** A ticket's window is turned by pages, and each page may go on: `1042.history.2`. */
export const TABS = ['info', 'talk', 'internal', 'history', 'earlier', 'customer', 'escalations'] as const;
export type Tab = (typeof TABS)[number];
export type Leaf = { tab: Tab; page: number };
/** On which page each of them was left. */
export type Pages = Partial<Record<Tab, number>>;
const pages = z.partialRecord(z.enum(TABS), z.number().int().min(0).max(9999));
/** As they are kept with the window. */
export function readPages(kept: string | undefined): Pages {
  try {
    return pages.safeParse(JSON.parse(kept ?? '')).data ?? {};
  } catch {
    return {};
  }
}
export const tabValue = (ticket: TicketNumber, { tab, page }: Leaf) => `${ticket}.${tab}.${page}`;
export function readTab(value: string): (Leaf & { number: TicketNumber }) | null {
  const [ticket = '', tab = 'info', page = '0'] = value.split('.');
  const read = z
    .object({ number: typedTicket, tab: z.enum(TABS), page: z.coerce.number().int().min(0).max(9999) })
    .safeParse({ number: ticket, tab, page });
  return read.success ? read.data : null;
}
