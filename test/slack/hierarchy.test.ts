import { expect, it } from 'vitest';
import { openStore } from '../../src/db/store.ts';
import { house } from './house.ts';

it('the members of Slack’s user groups and the managers of its profiles are read; what was said here stays', async () => {
  const { sql, team, who, folk } = await house();
  await sql`update workspaces set manager_field = 'Xf0MANAGER1' where id = ${team}`;
  await sql`update people set manager = ${who('nora')}, manager_source = 'hand' where id = ${who('lea')}`;
  await folk.sync();
  const ask = { of: who('ana'), people: [], userGroups: ['it'] };
  const found = await openStore(sql).hierarchy(team, ask);
  expect(found.managers).toEqual([who('lea'), who('nora')]);
  expect([...(found.userGroups.get('it') ?? [])].toSorted()).toEqual([who('sven'), who('nora')].toSorted());
  const [mateo] = await sql`select manager, manager_source from people where id = ${who('mateo')}`;
  expect(mateo).toEqual({ manager: who('yuki'), manager_source: 'slack' });
});
