import { expect, test } from 'vitest';
import { allows } from '../../src/domain/decide.ts';
import { ROLES, STATES } from '../../src/domain/language.ts';
import { notices } from '../../src/domain/notices.ts';
import { ruleOf, VERBS } from '../../src/domain/verbs.ts';

/** The whole law as one page: who may do what, when, where it leads, and who is told. */
function law(): string {
  const tables = VERBS.map((verb) => {
    const { to, from, says, closes } = ruleOf(verb);
    const moves = to.length > 2 ? 'stays, or as the requester moves it' : to.join(' or ');
    const roles = ROLES.filter((role) => from.some((state) => allows(verb, role, state)));
    const rows = roles.map(
      (role) => `| ${role} | ${STATES.map((s) => (allows(verb, role, s) ? 'yes' : '·')).join(' | ')} |`,
    );
    return [
      `## ${verb}`,
      '',
      `Leads to: ${moves}.${says ? ` Its words go to ${says}.` : ''}${closes ? ` Ends an escalation as ${closes}.` : ''} Told: ${notices[verb].join(', ')}.`,
      '',
      `| by | ${STATES.join(' | ')} |`,
      `|---|${STATES.map(() => '---').join('|')}|`,
      ...rows,
      '',
    ].join('\n');
  });
  return [
    '# The law of the desk',
    '',
    'Printed from the table of verbs in `src/domain/verbs/` by `test/domain/law.test.ts`, which fails when this page is old.',
    'After an intended change: `npx vitest run test/domain/law.test.ts -u`, and read the difference.',
    '',
    `A ticket is created by anybody (told: ${notices.create.join(', ')}). A verb may have further conditions, such as a target who is an agent of the group; each refusal says which.`,
    '',
    ...tables,
  ].join('\n');
}

test('the printed law is the law', async () => {
  await expect(law()).toMatchFileSnapshot('../../docs/law.md');
});
