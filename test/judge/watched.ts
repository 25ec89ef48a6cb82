/** local-slack with both judges looking on: whoever closes it hears of every payload on which they disagree. */
import type { JournalRow } from '../../local-slack/wire.ts';
import { type Ground, groundOf } from '../../local-slack/core/checks/ground.ts';
import { messageProblems } from '../../local-slack/core/checks/message-check.ts';
import { STRICT } from '../../local-slack/core/checks/strictness.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { type LocalSlack, type Options, startLocalSlack } from '../../local-slack/server.ts';
import { isBeyond } from './beyond.ts';
import { type Payload, payloadsOf } from './payloads.ts';
import type { Opinion } from './schema.ts';
import type { SecondJudge } from './second.ts';
import type { SentJudge } from './sent.ts';

type Refusal = 'accepted' | 'refused' | 'not judged';
type Seen = { row: JournalRow; ground: Ground };

const BLOCK_ERRORS = /^invalid_(?:blocks|attachments|arguments|view|message)$/;
const AT_BLOCKS = /json-pointer:\/(?:blocks|view|attachments)/;

/** What local-slack really answered; an answer that has nothing to do with blocks says nothing of them. */
function answered({ row, ground }: Seen, payload: Payload): Refusal {
  if (row.kind === 'delivery') return ownOpinion(payload, ground).length === 0 ? 'accepted' : 'refused';
  const { status, body } = row.answer as { status?: number; body?: { ok?: boolean; error?: string } };
  if (row.fault !== undefined || status !== 200) return 'not judged';
  if (body === undefined || body.ok === true) return 'accepted';
  const aboutBlocks = BLOCK_ERRORS.test(body.error ?? '') && AT_BLOCKS.test(JSON.stringify(body));
  return aboutBlocks ? 'refused' : 'not judged';
}

function ownOpinion({ kind, value }: Payload, ground: Ground): Opinion[] {
  return kind === 'view' ? viewProblems(value, ground) : messageProblems(value, ground);
}

function told(opinions: Opinion[]): string {
  return opinions.length === 0
    ? 'nothing'
    : opinions
        .slice(0, 5)
        .map(({ at, message }) => `${message} at ${at}`)
        .join('; ');
}

/** One line for each payload that only one of the two judges takes. */
function disagreements(judge: SecondJudge, seen: Seen): string[] {
  return payloadsOf(seen.row).flatMap((payload) => {
    const answer = answered(seen, payload);
    if (answer === 'not judged') return [];
    const theirs = payload.kind === 'view' ? judge.view(payload.value) : judge.message(payload.value);
    const ours = ownOpinion(payload, seen.ground);
    const agree = answer === 'accepted' ? theirs.length === 0 : theirs.length > 0 || ours.every(isBeyond);
    if (agree) return [];
    return [
      `${payload.at}: local-slack ${answer} it and found ${told(ours)}; @slack/types finds ${told(theirs)}: ${JSON.stringify(payload.value)?.slice(0, 600)}`,
    ];
  });
}

function strict({ slack }: LocalSlack): boolean {
  return JSON.stringify(slack.strictness) === JSON.stringify(STRICT);
}

function copy(row: JournalRow): JournalRow {
  return JSON.parse(JSON.stringify(row)) as JournalRow;
}

/** Both ways: what an app sent, judged by its types; what it was sent, by the types it expects. */
function verdicts(rows: Seen[], second: SecondJudge, sent: SentJudge): string[] {
  return rows.flatMap((seen) => [
    ...disagreements(second, seen),
    ...(seen.row.kind === 'delivery' ? sent.delivery(seen.row.request).map((one) => `${seen.row.name}: ${one}`) : []),
  ]);
}

/**
 * As `startLocalSlack`.
 * @throws {Error} from `close`, with every disagreement of the two judges
 */
export async function startWatched(options: Options): Promise<LocalSlack> {
  const running = await startLocalSlack(options);
  const rows: Seen[] = [];
  const deaf = running.slack.bus.listen('', (change) => {
    if (change.kind !== 'journal' || change.row.kind === 'person' || change.row.answer === null) return;
    if (change.row.kind === 'call' && payloadsOf(change.row).length === 0) return;
    rows.push({ row: copy(change.row), ground: groundOf(running.slack) });
  });
  const watched: Pick<LocalSlack, 'close'> = {
    async close() {
      deaf();
      await running.close();
      if (rows.length === 0 || !strict(running)) return;
      const [{ secondJudge }, { sentJudge }] = await Promise.all([import('./second.ts'), import('./sent.ts')]);
      const found = new Set(verdicts(rows, await secondJudge(), await sentJudge()));
      if (found.size > 0) throw new Error(`The judges do not agree:\n${[...found].join('\n')}`);
    },
  };
  return Object.assign(Object.create(running) as LocalSlack, watched);
}
