import type { PlanBlock, TaskCardBlock } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { Icon, Spinner } from '../frame/icons.tsx';
import { Link } from './inline.tsx';
import { RichText } from './rich-text.tsx';

type Status = TaskCardBlock['status'];

const words: Record<Status, string> = {
  pending: 'Pending',
  in_progress: 'In progress',
  complete: 'Complete',
  error: 'Failed',
};

const signs: Record<Status, ComponentChildren> = {
  pending: null,
  in_progress: <Spinner />,
  complete: <Icon name="check" size={12} />,
  error: <Icon name="close" size={12} />,
};

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}

export function TaskCard({ of }: { of: TaskCardBlock }): VNode {
  const { details, output, sources } = of;
  const head = (
    <>
      <span class={`task-sign ${of.status}`} role="img" aria-label={words[of.status]}>
        {signs[of.status]}
      </span>
      <span class="task-title">{of.title}</span>
    </>
  );
  if (!details && !output && !sources?.length) return <div class={`task ${of.status} bare`}>{head}</div>;
  return (
    <details class={`task ${of.status}`} open={of.status === 'in_progress' || of.status === 'error'}>
      <summary>
        {head}
        <Icon name="down" size={16} />
      </summary>
      <div class="task-inside">
        {details && <RichText of={details} />}
        {output && <RichText of={output} />}
        {sources && sources.length > 0 && (
          <ul class="sources" aria-label="Sources">
            {sources.map((one, n) => (
              <li key={n}>
                <Icon name="link" size={12} />
                <Link url={one.url}>{one.text}</Link> <small>{hostOf(one.url)}</small>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

export function Plan({ of }: { of: PlanBlock }): VNode {
  const tasks = (of.tasks ?? []) as TaskCardBlock[];
  const done = tasks.filter((one) => one.status === 'complete').length;
  return (
    <details class="plan" open>
      <summary>
        <span class="plan-title">{of.title}</span>
        {tasks.length > 0 && (
          <span class="card-about">
            {done} of {tasks.length}
          </span>
        )}
        <Icon name="down" size={16} />
      </summary>
      <div class="plan-tasks">
        {tasks.map((one, n) => (
          <TaskCard key={one.task_id ?? n} of={one} />
        ))}
      </div>
    </details>
  );
}
