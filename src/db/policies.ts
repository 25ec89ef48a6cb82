import { type Policies, policies } from '../domain/group.ts';
import type { GroupKey, PersonId, WorkspaceId } from '../domain/language.ts';
import type { Sql, Transaction } from './connect.ts';
import { holdDesk } from './desk-lock.ts';
import { json } from './writing.ts';

type Saying = { workspace: WorkspaceId; group: GroupKey; by: PersonId };

const DEFAULTS = json(policies.parse({}));

/** What a group decides, as somebody says it in Slack; a desk file that says otherwise asks first. */
export const sayPolicies = async (sql: Sql, saying: Saying, decided: Partial<Policies>): Promise<void> =>
  sql.begin(async (transaction) => {
    await holdDesk(transaction, saying.workspace);
    await putPolicies(transaction, saying, decided);
  });

/** The same for whoever holds the desk. What is so already counts as said by nobody. */
export async function putPolicies(
  transaction: Transaction,
  { workspace, group, by }: Saying,
  decided: Partial<Policies>,
): Promise<void> {
  const given = json(decided);
  await transaction`
    update groups set policies = policies || ${given}::text::jsonb,
      said = said || coalesce((
        select jsonb_object_agg(p.key, jsonb_build_object('by', ${by}::text, 'at', now()))
        from jsonb_each(${given}::text::jsonb) p
        where p.value <> coalesce(policies -> p.key, ${DEFAULTS}::text::jsonb -> p.key)), '{}')
    where workspace = ${workspace} and key = ${group} and policies is distinct from policies || ${given}::text::jsonb`;
}
