import postgres from 'postgres';

/** What a guarded change costs at least through the same client: four statements in a transaction, one after the other. */
export async function openFloor(url: string, count: number) {
  const sql = postgres(url, { max: 10, onnotice: () => {} });
  await sql.unsafe(`
    create schema floor;
    create table floor.tickets (id int primary key, version int not null, state text not null, assignee text, title text);
    create table floor.events (id bigserial primary key, ticket int not null, verb text not null, at timestamptz not null);
    create table floor.letters (id bigserial primary key, ticket int not null, kind text not null);
    create sequence floor.numbers start 1000000;
    insert into floor.tickets select n, 1, 'new', null, 'VPN drops' from generate_series(1, ${count}) n;
    analyze floor.tickets`);
  return {
    /** Keeps ticket `n`. */
    async keep(n: number): Promise<void> {
      await sql.begin(async (tx) => {
        const { count } =
          await tx`update floor.tickets set version = version + 1, state = 'in_progress', assignee = 'U1'
          where id = ${n} and version = 1`;
        if (count !== 1) throw new Error(`ticket ${n} of the floor was not new`);
        await tx`insert into floor.events (ticket, verb, at) values (${n}, 'keep', now())`;
        await tx`insert into floor.letters (ticket, kind) values (${n}, 'card')`;
      });
    },
    async create(): Promise<void> {
      await sql.begin(async (tx) => {
        const [row] = await tx<{ id: number }[]>`
          insert into floor.tickets values (nextval('floor.numbers'), 1, 'new', null, 'VPN drops') returning id`;
        const id = row?.id ?? 0;
        await tx`insert into floor.events (ticket, verb, at) values (${id}, 'create', now())`;
        await tx`insert into floor.letters (ticket, kind) values (${id}, 'card')`;
      });
    },
    close: () => sql.end(),
  };
}

/** How many a second, `atOnce` at once, during `seconds`. */
export async function perSecond(work: () => Promise<unknown>, atOnce: number, seconds: number): Promise<number> {
  let done = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = async () => {
    while (performance.now() < end) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return done / ((performance.now() - began) / 1000);
}
