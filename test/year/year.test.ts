import { expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { freshDatabase } from '../setup/database.ts';
import { liveThrough } from './lives.ts';
import { lookBack } from './year.ts';

const SEED = 5;
const TICKETS = 72;
const KILLS = 2;

test(
  'whatever the clock owes in a year is done once, in its minute and never early, though the desk is killed',
  { timeout: 300_000 },
  async () => {
    const { url, drop } = await freshDatabase();
    const kills = await liveThrough({ url, seed: SEED, tickets: TICKETS, kills: KILLS });
    const { sql, close } = await connect(url);
    const { fired, faults, births, ends, waiting } = await lookBack(sql, SEED, TICKETS);
    await close();
    await drop();
    expect(faults).toEqual([]);
    expect({ births, waiting, ends }).toEqual({ births: [], waiting: 0, ends: { completed: TICKETS } });
    expect(kills).toHaveLength(KILLS);
    // At the least each was completed, two weeks after its last end.
    expect(fired.filter(({ what }) => what === 'complete')).toHaveLength(TICKETS);
    expect(fired.filter(({ what }) => what === 'reoffer to nobody').length).toBeGreaterThan(0);
    expect(fired.length).toBeGreaterThan(TICKETS);
  },
);
