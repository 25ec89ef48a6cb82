import { refuse } from '../refusal.ts';
import type { Obj } from '../model.ts';
import { block, blocksOf, elementsOf, uniqueIds } from './blocks.ts';
import { type Ground, NO_APP } from './ground.ts';
import { plain } from './objects.ts';
import {
  type Field,
  type Problem,
  type Report,
  bool,
  createReport,
  isObj,
  list,
  may,
  need,
  obj,
  oneOf,
  str,
} from './rule.ts';

const MOST_BYTES = 250_000;

const shared: Record<string, Field> = {
  blocks: need(list(block, 100)),
  private_metadata: may(str(3000, 0)),
  callback_id: may(str(255, 0)),
  external_id: may(str(255, 0)),
};

function submitWithInput(view: Obj, at: string, report: Report): void {
  const blocks = blocksOf(view);
  if (blocks.some((one) => one['type'] === 'input') && !view['submit'])
    report.say(at, 'missing required field: submit?');
}

function oneFocus(view: Obj, at: string, report: Report): void {
  const blocks = blocksOf(view);
  const focused = blocks.flatMap(elementsOf).filter((one) => one['focus_on_load'] === true);
  if (focused.length > 1) report.say(at, 'only one element can have `focus_on_load` set to true');
}

/** A conversation's response URL is offered only by an input of a modal. */
function responseUrls(view: Obj, at: string, report: Report): void {
  const blocks = blocksOf(view);
  for (const [n, one] of blocks.entries()) {
    const misplaced =
      elementsOf(one).some((inside) => inside['response_url_enabled'] === true) &&
      (one['type'] !== 'input' || view['type'] !== 'modal');
    if (misplaced)
      report.say(`${at}/blocks/${n}`, '`response_url_enabled` is only allowed in an input block of a modal');
  }
}

const modal = obj({
  ...shared,
  type: need(oneOf('modal')),
  title: need(plain(24)),
  submit: may(plain(24)),
  close: may(plain(24)),
  clear_on_close: may(bool),
  notify_on_close: may(bool),
});

const home = obj({ ...shared, type: need(oneOf('home')) });

export function viewProblems(view: unknown, ground: Ground = NO_APP): Problem[] {
  const kind = isObj(view) && view['type'] === 'home' ? 'home' : 'modal';
  const report = createReport(kind, ground);
  (kind === 'home' ? home : modal)(view, '/view', report);
  if (isObj(view)) {
    if (kind === 'modal') submitWithInput(view, '/view', report);
    oneFocus(view, '/view', report);
    responseUrls(view, '/view', report);
    uniqueIds(blocksOf(view), '/view/blocks', report);
  }
  return report.problems;
}

/** A view as an app sends it, checked; Slack answers `invalid_arguments` with a pointer for each fault. */
export function checkedView(view: unknown, ground: Ground): Obj & { type: 'modal' | 'home' } {
  if (JSON.stringify(view ?? null).length > MOST_BYTES) refuse('view_too_large');
  const problems = viewProblems(view, ground);
  if (problems.length > 0) {
    refuse('invalid_arguments', {
      response_metadata: { messages: problems.map(({ at, message }) => `[ERROR] ${message} [json-pointer:${at}]`) },
    });
  }
  return view as Obj & { type: 'modal' | 'home' };
}
