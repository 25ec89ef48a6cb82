import type { Sql } from '../src/db/connect.ts';
import { Lexemes } from '../src/db/search/lexemes.ts';
import { workspaceId } from '../src/domain/language.ts';

/** A desk with many tickets, five messages each, the same every time for the same seed. */

export const BIG = workspaceId('T0BIG');
export const GROUPS = 20;
export const REQUESTERS = 20_000;
const SENTENCES = 20_000;
const FIRST = 1001;

/** In the order of how often they are used: the n-th about as often as n squared is small. */
const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi zo stra pre con per'.split(' ');
const COMMON =
  `printer vpn password invoice order laptop screen error please help problem access login mail account office
  stampante fattura ordine errore accesso ufficio rete schermo perché più città perciò
  máy in không hoạt động hóa đơn mật khẩu đăng nhập
  프린터 비밀번호 결제 오류 사무실 로그인 주문`.split(/\s+/);

const WORLD = `
  insert into workspaces (id, name, next_number) values ('T0BIG', 'Big', ${FIRST});
  insert into groups (workspace, key, name, agents_channel, position)
    select 'T0BIG', 'g' || n, 'Group ' || n, 'C0G' || n, n from generate_series(0, ${GROUPS - 1}) n;
  insert into people (workspace, id, name, email)
    select 'T0BIG', 'UR' || n, (array['Bao','Ana','Léa','Kofi','Nguyễn','Giulia','Marta','지우'])[1 + n % 8] || ' Family' || n / 8,
      'person' || n || '@northwind.example' from generate_series(0, ${REQUESTERS - 1}) n;
  insert into people (workspace, id, name, admin)
    select 'T0BIG', 'UA' || n, 'Agent ' || n, n = 0 from generate_series(0, ${10 * GROUPS - 1}) n;
  insert into people (workspace, id, name, admin) values ('T0BIG', 'U0ADMIN', 'Ada', true), ('T0BIG', 'U0MANY', 'Max', false);
  insert into group_members (workspace, group_key, person, role, source)
    select 'T0BIG', 'g' || n / 10, 'UA' || n, case n % 10 when 0 then 'lead' else 'agent' end, 'explicit'
    from generate_series(0, ${10 * GROUPS - 1}) n;
  insert into group_members (workspace, group_key, person, role, source)
    select 'T0BIG', 'g' || n, 'U0MANY', 'agent', 'explicit' from generate_series(0, ${GROUPS - 1}) n;
  insert into submission_types (workspace, key, parent, name, group_key)
    select 'T0BIG', 'top' || n, null, '"Top"', 'g0' from generate_series(0, 3) n;
  insert into submission_types (workspace, key, parent, name, group_key)
    select 'T0BIG', 'type' || n, 'top' || n % 4, '"Type"', 'g0' from generate_series(0, 19) n;`;

const OPEN = `array['new','preparing','in_progress','requester_replied','answered','pending','workaround','escalation_answered']`;
const TICKETS = `
  with drawn as materialized (
    select n, random() as a, random() as b, random() as c, random() as d, random() as e, random() as f, random() as g,
      random() as h, now() - interval '730 days' * (1 - n::float8 / $1) as born
    from generate_series(1, $1) n),
  stated as (
    select *, floor(${GROUPS} * b ^ 2)::int as of, case
      when a < case when n > 0.9 * $1 then 0.4 else 0.012 end then (${OPEN})[1 + floor(8 * c)::int]
      when a > 0.99 then 'spam' when a > 0.97 then 'cancelled' when a > 0.85 then 'resolved' else 'completed' end as state
    from drawn)
  insert into tickets (workspace, number, version, state, title, content, kind, type, fields, processing, group_key, priority, channel,
    language, requester, creator, assignee, private, unread, reopened, rating, archived_at, created_at, since, updated_at,
    detail, tags)
  select 'T0BIG', ${FIRST - 1} + n, 6, state,
    (select line from bench_sentences where id = floor(${SENTENCES} * d)::int) || ' ref' || n,
    (select line from bench_sentences where id = floor(${SENTENCES} * e)::int), 'question', 'type' || floor(20 * f ^ 2),
    jsonb_strip_nulls(jsonb_build_object('customer_code', case when g < 0.3 then (100000 + floor(30000 * h))::text end,
      'phone', case when g > 0.7 then '+39 0' || (10000000 + floor(89999999 * h))::text end)), case when c < 0.5 then 'kind ' || floor(12 * c) end,
    'g' || of, (array['low','normal','normal','normal','normal','normal','normal','high','high','urgent'])[1 + floor(10 * f)::int],
    (array['slash','shortcut','message','home','dm','channel'])[1 + floor(6 * g)::int], case when h < 0.3 then 'it' else 'en' end,
    'UR' || floor(${REQUESTERS} * d ^ 1.5), case when e < 0.1 then 'UA' || floor(200 * f) else 'UR' || floor(${REQUESTERS} * d ^ 1.5) end,
    case when state in ('new') then null else 'UA' || (10 * of + floor(10 * e ^ 1.5)) end,
    h > 0.98, false, 0, case when state in ('completed', 'resolved') and c < 0.25 then
      json_build_object('score', 1 + floor(5 * sqrt(d)), 'at', now()) end,
    case when state = 'completed' and g < 0.2 then now() end, born, born,
    least(now(), born + interval '30 days' * h ^ 3 + interval '1 ms'), case when state in ('resolved', 'completed') then
      '{"reason":"solved","by":null,"at":"2026-01-01T00:00:00Z","duplicateOf":null}'
      when state = 'pending' then '{"kind":"check","waitingFor":"x","wakeAt":null,"blockedBy":null}'
      when state = 'cancelled' then '{"by":"UA1","note":null}' else '{}' end::jsonb,
    case when c < 0.1 then array['tag' || floor(50 * d)] else '{}' end
  from stated`;
/** Twenty thousand sentences of ten words; the first words of the list stand in many of them. */
const SAID = `
  insert into messages (workspace, ticket, seq, audience, author, text, at)
  select 'T0BIG', ${FIRST - 1} + n, k + 1, case when k = 3 and n % 3 > 0 then 'internal' else 'main' end, 'UA1',
    (select line from bench_sentences where id = (n * 7919::bigint + k * 104729) % ${SENTENCES}), now()
  from generate_series(1, $1) n, generate_series(1, 5) k`;

function sentences(): string[] {
  let state = 42;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const vocabulary = [...COMMON];
  while (vocabulary.length < 30_000)
    vocabulary.push(
      Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('') +
        (vocabulary.length % 7),
    );
  return Array.from({ length: SENTENCES }, () =>
    Array.from({ length: 10 }, () => vocabulary[Math.floor(vocabulary.length * random() ** 5)]).join(' '),
  );
}

/** Tickets and messages, without the documents by which they are found. */
export async function fillDesk(sql: Sql, tickets: number): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction.unsafe(`set local synchronous_commit = off; set local maintenance_work_mem = '512MB'`);
    // Looked up once for all rows instead of for each of them.
    const references = await transaction<{ name: string; definition: string }[]>`
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'f' and conrelid = 'messages'::regclass`;
    for (const { name } of references) await transaction`alter table messages drop constraint ${transaction(name)}`;
    await transaction.unsafe(
      'create table bench_sentences (id int primary key, line text unique, v tsvector, titled tsvector)',
    );
    const lines = sentences();
    const vectors = lines.map((line) => Lexemes.none().add(line).toString());
    const titles = lines.map((line) => Lexemes.none().add(line, 't=').toString());
    await transaction`insert into bench_sentences select (n - 1)::int, line, v::tsvector, titled::tsvector
      from unnest(${lines}::text[], ${vectors}::text[], ${titles}::text[]) with ordinality as s(line, v, titled, n)`;
    await transaction.unsafe(WORLD);
    await transaction.unsafe('select setseed(0.42)');
    await transaction.unsafe(TICKETS.replaceAll('$1', String(tickets)));
    await transaction.unsafe(SAID.replaceAll('$1', String(tickets)));
    for (const { name, definition } of references)
      await transaction.unsafe(`alter table messages add constraint ${name} ${definition}`);
    await transaction`update workspaces set next_number = ${FIRST + tickets}`;
  });
  await sql`vacuum analyze tickets, messages, people`;
}

/** The same documents, made where the tickets are: a million of them in minutes. */
const DOCUMENTS = `
  insert into ticket_search (workspace, number, version, form, created_at, updated_at, priority, private, spam, archived, open,
    facets, keys, main, internal)
  select t.workspace, t.number, t.version, 6, t.created_at, t.updated_at,
    array_position(array['low','normal','high','urgent'], t.priority) - 1, t.private, t.state = 'spam',
    t.archived_at is not null, t.archived_at is null and t.state = any(${OPEN}),
    array_remove(array['s:' || t.state, 'p:' || t.priority, 'a:' || coalesce(t.assignee, 'nobody'), 'r:' || t.requester,
      'c:' || t.creator, 'h:' || t.channel, 'l:' || t.language, 'm:' || to_char(t.created_at at time zone 'UTC', 'YYYYMM'),
      'u:' || to_char(t.updated_at at time zone 'UTC', 'YYYYMM'), 't:' || t.type,
      'y:' || t.processing,
      case when (t.rating ->> 'score')::int >= 4 then 'd:happy' when (t.rating ->> 'score')::int <= 2 then 'd:unhappy' end,
      '#:' || t.tags[1], 'k:' || (t.fields ->> 'customer_code'),
      case when t.archived_at is not null then 'x' when t.state = any(${OPEN}) then 'o' end,
      case when t.state = 'spam' then 'z:' || t.group_key else 'g:' || t.group_key end,
      case when t.state <> 'spam' then 'i:' || t.assignee end, case when t.state <> 'spam' then 'v:' || t.requester end,
      case when t.state <> 'spam' and t.creator <> t.requester then 'v:' || t.creator end], null),
    w.keys, w.main, case when d.n % 3 > 0 then w.main || said.internal end
  from (select *, number - ${FIRST - 1} as n from tickets where number >= $1 and number < $2) t
  cross join lateral (select t.n) d
  join people p on p.workspace = t.workspace and p.id = t.requester
  join bench_sentences title on title.line = left(t.title, -length(' ref' || t.n))
  join bench_sentences content on content.line = t.content
  cross join lateral (
    select (array_agg(b.v) filter (where k = 1))[1] || (array_agg(b.v) filter (where k = 2))[1]
      || (array_agg(b.v) filter (where k = 4))[1] || (array_agg(b.v) filter (where k = 5))[1]
      || case when t.n % 3 = 0 then (array_agg(b.v) filter (where k = 3))[1] else '' end as main,
      (array_agg(b.v) filter (where k = 3))[1] as internal
    from generate_series(1, 5) k join bench_sentences b on b.id = (t.n * 7919::bigint + k * 104729) % ${SENTENCES}) said
  cross join lateral (
    select title.v || content.v || said.main || array_to_tsvector(array['ref' || t.n]) as main,
      title.titled || array_to_tsvector(array_remove(array['t=ref' || t.n,
      'n=' || lower(split_part(p.name, ' ', 1)), 'n=' || lower(split_part(p.name, ' ', 2)), 'e=' || p.email, 'e=@northwind.example', 'f=' || reverse(regexp_replace(t.fields ->> 'phone', '\\D', '', 'g'))], null)) as keys) w`;

/** Makes all documents, and the indexes over them afterwards. */
export async function makeAllFindable(sql: Sql, tickets: number): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'ticket_search' and indexname <> 'ticket_search_workspace_number_pk'`;
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  let next = FIRST;
  const hand = async () => {
    for (let from = next; from < FIRST + tickets; from = next) {
      next = from + AT_ONCE;
      await sql.unsafe(DOCUMENTS.replaceAll('$1', String(from)).replaceAll('$2', String(next)));
    }
  };
  await Promise.all([hand(), hand()]);
  await sql.begin(async (transaction) => {
    await transaction.unsafe(`set local maintenance_work_mem = '1GB'`);
    for (const { definition } of indexes) await transaction.unsafe(definition);
  });
  await sql`vacuum analyze ticket_search`;
}
const AT_ONCE = 10_000;
