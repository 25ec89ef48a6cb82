import type {
  AlertBlock,
  CardBlock,
  CarouselBlock,
  ContainerBlock,
  ContextActionsBlock,
  DataTableBlock,
  PlanBlock,
  TaskCardBlock,
} from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { ButtonElement } from '../elements/button.tsx';
import { useSurface } from '../elements/surface.tsx';
import { Icon } from '../frame/icons.tsx';
import { Picture } from './media.tsx';
import { RichText } from './rich-text.tsx';
import { TableView } from './table.tsx';
import { Link, plain, PlainText, Text } from './text.tsx';

export function Alert({ of }: { of: AlertBlock }): VNode {
  return (
    <div class={`alert ${of.level ?? 'default'}`} role="note">
      <Icon name={of.level === 'success' ? 'check' : 'warning'} />
      <div>
        <Text of={of.text} />
      </div>
    </div>
  );
}

export function Card({ of }: { of: CardBlock }): VNode {
  return (
    <div class="card">
      {of.hero_image && <Picture of={of.hero_image} size={320} />}
      <div class="card-head">
        {of.icon && <Picture of={of.icon} size={36} />}
        <div>
          {of.title && (
            <b>
              <Text of={of.title} />
            </b>
          )}
          {of.subtitle && (
            <div class="card-about">
              <Text of={of.subtitle} />
            </div>
          )}
        </div>
      </div>
      {of.body && <Text of={of.body} />}
      {of.actions && (
        <div class="actions">
          {of.actions.map((one, n) => (
            <ButtonElement key={one.action_id ?? n} of={one} blockId={of.block_id ?? ''} />
          ))}
        </div>
      )}
    </div>
  );
}

export function Carousel({ of }: { of: CarouselBlock }): VNode {
  return (
    <div class="carousel" role="group" aria-label="Cards" tabIndex={0}>
      {of.elements.map((one, n) => (
        <Card key={one.block_id ?? n} of={one} />
      ))}
    </div>
  );
}

export function Container({ of, children }: { of: ContainerBlock; children: ComponentChildren }): VNode {
  const head = (
    <>
      {of.icon && <Picture of={of.icon} size={20} />}
      {of.title && (
        <b>
          <PlainText of={of.title} />
        </b>
      )}
      {of.rich_text_title && <RichText of={of.rich_text_title} />}
      {of.subtitle && (
        <span class="card-about">
          <Text of={of.subtitle} />
        </span>
      )}
    </>
  );
  if (!of.is_collapsible) {
    return (
      <div class="card">
        <div class="card-head">{head}</div>
        {children}
      </div>
    );
  }
  return (
    <details class="card" open={!of.default_collapsed}>
      <summary class="card-head">{head}</summary>
      {children}
    </details>
  );
}

export function ContextActions({ of }: { of: ContextActionsBlock }): VNode {
  const { click } = useSurface();
  const blockId = of.block_id ?? '';
  return (
    <div class="context-actions">
      {of.elements.map((one, n) => {
        if (one.type === 'icon_button') {
          const label = plain(one.accessibility_label ?? one.text.text);
          return (
            <button
              type="button"
              key={n}
              class="icon-button"
              aria-label={label}
              title={label}
              onClick={() => void click(blockId, one)}
            >
              <Icon name={one.icon === 'trash' ? 'trash' : 'more'} size={16} />
            </button>
          );
        }
        return [one.positive_button, one.negative_button].map((button, at) => {
          const label = plain(button.accessibility_label ?? button.text.text);
          const press = (): void => void click(blockId, one, { value: button.value, text: button.text });
          return (
            <button
              type="button"
              key={`${n} ${at}`}
              class="icon-button"
              aria-label={label}
              title={label}
              onClick={press}
            >
              {at === 0 ? '👍' : '👎'}
            </button>
          );
        });
      })}
    </div>
  );
}

const states = { pending: '○', in_progress: '◐', complete: '✓', error: '✕' } as const;

export function TaskCard({ of }: { of: TaskCardBlock }): VNode {
  return (
    <details class={`task ${of.status}`}>
      <summary>
        <span role="img" aria-label={of.status.replace('_', ' ')}>
          {states[of.status]}
        </span>{' '}
        {of.title}
      </summary>
      {of.details && <RichText of={of.details} />}
      {of.output && <RichText of={of.output} />}
      {of.sources?.map((one) => (
        <div key={one.url}>
          <Link url={one.url}>{one.text}</Link>
        </div>
      ))}
    </details>
  );
}

export function Plan({ of }: { of: PlanBlock }): VNode {
  return (
    <div class="card">
      <b>{of.title}</b>
      {of.tasks?.map((one, n) => (
        <TaskCard key={n} of={one as TaskCardBlock} />
      ))}
    </div>
  );
}

export function DataTable({ of }: { of: DataTableBlock }): VNode {
  return (
    <figure>
      <figcaption class="card-about">{of.caption}</figcaption>
      <TableView of={{ type: 'table', rows: of.rows }} />
    </figure>
  );
}
