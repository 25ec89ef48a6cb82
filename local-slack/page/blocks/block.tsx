import type { ActionsBlock, AnyBlock, ContextBlock, HeaderBlock, KnownBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { ElementView } from '../elements/element.tsx';
import { promptOf } from '../elements/prompt.ts';
import { parseMarkdown } from '../mrkdwn/markdown.ts';
import { Alert, Container, ContextActions } from './boxes.tsx';
import { Card, Carousel } from './card.tsx';
import type { DataVisualizationBlock } from './chart-data.ts';
import { Chart } from './chart.tsx';
import { DataTable } from './data-table.tsx';
import { useIds } from './ids.ts';
import { Input } from './input.tsx';
import { FileView, ImageBlockView, Picture, VideoView } from './media.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';
import { TableView } from './table.tsx';
import { Plan, TaskCard } from './task.tsx';
import { PlainText, Text } from './text.tsx';

export function Blocks({ of }: { of: AnyBlock[] }): VNode {
  return (
    <div class="blocks">
      {of.map((block, n) => (
        <BlockView key={block.block_id ?? n} of={block as KnownBlock | DataVisualizationBlock} />
      ))}
    </div>
  );
}

function BlockView({ of }: { of: KnownBlock | DataVisualizationBlock }): VNode {
  switch (of.type) {
    case 'section':
      return <Section of={of} />;
    case 'actions':
      return <Actions of={of} />;
    case 'context':
      return <Context of={of} />;
    case 'context_actions':
      return <ContextActions of={of} />;
    case 'divider':
      return <hr class="block-divider" />;
    case 'header':
      return <Header of={of} />;
    case 'image':
      return <ImageBlockView of={of} />;
    case 'input':
      return <Input of={of} />;
    case 'rich_text':
      return <RichText of={of} />;
    case 'markdown':
      return <Markdown text={of.text} />;
    case 'table':
      return <TableView of={of} />;
    case 'data_table':
      return <DataTable of={of} />;
    case 'data_visualization':
      return <Chart of={of} />;
    case 'alert':
      return <Alert of={of} />;
    case 'card':
      return <Card of={of} />;
    case 'carousel':
      return <Carousel of={of} />;
    case 'container':
      return (
        <Container of={of}>
          <Blocks of={of.child_blocks} />
        </Container>
      );
    case 'plan':
      return <Plan of={of} />;
    case 'task_card':
      return <TaskCard of={of} />;
    case 'video':
      return <VideoView of={of} />;
    case 'file':
      return <FileView of={of} />;
    default:
      return <Unknown of={of} />;
  }
}

function Header({ of }: { of: HeaderBlock }): VNode {
  const { level } = of as HeaderBlock & { level?: number };
  return (
    <div class={`block-header level-${level ?? 2}`} role="heading" aria-level={(level ?? 2) + 1}>
      <PlainText of={of.text} />
    </div>
  );
}

function Markdown({ text }: { text: string }): VNode {
  const paragraphs = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div class="markdown">
      <Paragraphs of={paragraphs} />
    </div>
  );
}

function Unknown({ of }: { of: { type: string } }): VNode {
  return <div class="unknown">This message has a block that cannot be shown here: {of.type.replaceAll('_', ' ')}</div>;
}

function Actions({ of }: { of: ActionsBlock }): VNode {
  const { blockId, base } = useIds(of.block_id);
  return (
    <div class="actions">
      {of.elements.map((element, n) => (
        <ElementView
          key={element.action_id ?? n}
          of={element}
          blockId={blockId}
          labelling={{ id: `${base}-el-${n}`, label: promptOf(element) }}
          dispatches
        />
      ))}
    </div>
  );
}

function Context({ of }: { of: ContextBlock }): VNode {
  return (
    <div class="context">
      {of.elements.map((element, n) =>
        element.type === 'image' ? (
          <Picture key={n} of={element} size={20} />
        ) : (
          <span key={n} class="context-text">
            <Text of={element} />
          </span>
        ),
      )}
    </div>
  );
}
