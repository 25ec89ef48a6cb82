import { randomInt } from 'node:crypto';
import type { Change } from '../local-slack/wire.ts';
import { goId } from '../src/slack/codec.ts';
import { type Tab, TABS, tabValue } from '../src/slack/leaf.ts';
import type { Ground } from './ground.ts';
import { openHouse } from './house.ts';
import { timesTable } from './table.ts';
import { openLive, raiseAll } from './visible.ts';

const ROUNDS = 2;

/** From the command, or the press on a tab, to the filled window on the page of whoever pressed. */
export async function window(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'socket' });
  const cases = await raiseAll(house);
  const live = await openLive(ground, house, ['ana']);
  const ana = house.person('ana');
  const times: Record<string, number[]> = {};
  const tickets = cases.filter(({ agent }) => agent.id === ana.id).map(({ ticket }) => ticket);
  const desk = house.channel('support-desk');
  for (let round = 0; round < ROUNDS; round++)
    for (const ticket of tickets) {
      const filled = (tab: Tab) => (change: Change) =>
        change.kind === 'views' && isOn(change.views.at(-1)?.blocks ?? [], tab, tabValue(ticket, { tab, page: 0 }));
      const took = async (what: string, seen: Promise<number>, began: number) => {
        (times[what] ??= []).push((await seen) - began);
      };
      const opened = live.see(ana.id, filled('info'));
      const began = performance.now();
      await ana.command(desk, `T-${ticket}`);
      await took('opened', opened, began);
      for (const tab of TABS.toSorted(() => randomInt(3) - 1).filter((one) => one !== 'info')) {
        const { views } = await ana.see();
        const view = views.at(-1);
        const row = view?.blocks.find((block) => JSON.stringify(block).includes(goId('tab', tab)));
        if (!view || !row?.block_id) throw new Error(`the window of T-${ticket} has no ${tab}`);
        const turned = live.see(ana.id, filled(tab));
        const pressed = performance.now();
        const place = { kind: 'view', view_id: view.id } as const;
        await ana.act({ do: 'click', place, block_id: row.block_id, action_id: goId('tab', tab), value: {} });
        await took(tab, turned, pressed);
      }
      const { views } = await ana.see();
      for (const { id } of views) await ana.act({ do: 'close', view_id: id });
    }
  return [
    `A ticket's window, from the act in local-slack (Socket Mode) to the filled window on the page, in ms; ${times['opened']?.length} of each`,
    'kind, one at a time. Goal: under 300.',
    '',
    timesTable(times),
  ].join('\n');
}

/** The button of the page that is shown is the only one in colour. */
const isOn = (blocks: readonly object[], tab: Tab, value: string): boolean =>
  blocks
    .flatMap((block) =>
      'elements' in block ? (block.elements as { action_id?: string; value?: string; style?: string }[]) : [],
    )
    .some((one) => one.action_id === goId('tab', tab) && one.value === value && one.style === 'primary');
