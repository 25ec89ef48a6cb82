import { makeFindable } from '../../src/db/search/keep.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { type Ring, ringFrom } from '../../src/sealing.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { dumped } from './dumped.ts';
import { done, openTestDesk } from './open.ts';

export const ringOf = (setting: string) => ringFrom(setting) as Ring;
export const [OLD, NEW] = [`2025:${'0a'.repeat(32)}`, `2026:${'0b'.repeat(32)}`];
export const SURE = { reason: 'The bank asks for it.', sure: true };
export const [CARD, EMAIL, FAMILY] = ['4111 1111 1111 1111', 'bao.private@example.com', 'the 👨‍👩‍👧 Trần'];

/** A desk where things are masked, and what is done there. */
export async function openMaskingDesk() {
  const desk = await openTestDesk(ringOf(OLD));
  const act = (number: TicketNumber, verb: string, by: Name, input: Record<string, unknown> = {}) =>
    desk.desk.act(number, { verb: verb as 'note', by: who[by], input });
  /** Where in the whole database some words stand. */
  const holding = async (words: string) =>
    (await dumped(desk.sql)).flatMap(({ place, text }) => (text.includes(words) ? [place] : []));
  /** A ticket with these words wherever people can write some. */
  async function full(words: string): Promise<TicketNumber> {
    const number = await desk.raise({
      title: `About ${words}`,
      content: `First line.\n${words} and once more ${words}.`,
      fields: { customer_code: `code ${words}` },
    });
    done(await act(number, 'reply', 'ana', { text: `You wrote ${words}.` }));
    done(
      await act(number, 'note', 'ana', {
        text: `Ask for ${words}`,
        files: [{ id: 'F1', name: `${words}.pdf`, link: 'https://files' }],
      }),
    );
    done(
      await act(number, 'message', 'bao', {
        text: `Yes: ${words}!`,
        source: { channel: 'CHELP', ts: `17000${number}.0001` },
      }),
    );
    done(await act(number, 'tag', 'ana', { add: ['vip'], remove: [] }));
    done(await act(number, 'edit', 'ana', { title: `Still about ${words}`, solution: `By ${words}` }));
    const answer = { text: `Later, about ${words}`, waiting_for: `more of ${words}` };
    done(await act(number, 'schedule', 'ana', { verb: 'reply', when: new Date(Date.now() + 3_600_000), answer }));
    done(await act(number, 'pend', 'ana', { kind: 'check', waiting_for: `an answer about ${words}` }));
    done(await act(number, 'wake', 'ana'));
    done(
      await act(number, 'escalate', 'ana', { to: who.lea, ask: `May I use ${words}?`, reason: `Because of ${words}` }),
    );
    await desk.sql`insert into batches (workspace, by_person, act, input, numbers)
      values (${WORKSPACE}, ${who.ana}, 'reply', ${desk.sql.json({ text: `To ${words}` })}, ${[number]})`;
    await desk.sql`insert into inbox (workspace, key, conversation, body)
      values (${WORKSPACE}, ${`in:${number}`}, 'c:CHELP', ${desk.sql.json({ event: { text: `See ${words}` } })})`;
    await makeFindable(desk.sql, WORKSPACE, { ticket: number });
    return number;
  }
  return { desk, act, holding, full };
}
