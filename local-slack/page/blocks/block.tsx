import type { ActionsBlock, AnyBlock, ContextBlock, InputBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { ElementView, nameOf } from '../elements/element.tsx';
import { keyOf, useSurface } from '../elements/surface.tsx';
import { parseMarkdown } from '../mrkdwn/markdown.ts';
import { ImageBlockView, Picture, VideoView } from './media.tsx';
import { Alert, Card, Carousel, Container, ContextActions, DataTable, Plan, TaskCard } from './newer.tsx';
import { RichText } from './rich-text.tsx';
import { TableView } from './table.tsx';
import { Paragraphs, PlainText, Text, useReader } from './text.tsx';

/** Slack's own word after a question's label, in the languages it is most used in. */
const optional: Record<string, string> = {
  de: 'optional',
  es: 'opcional',
  fr: 'facultatif',
  it: 'facoltativo',
  pt: 'opcional',
};

export function Blocks({ of }: { of: AnyBlock[] }): VNode {
  return (
    <div class="blocks">
      {of.map((block, n) => (
        <BlockView key={block.block_id ?? n} of={block as KnownBlock} />
      ))}
    </div>
  );
}

function BlockView({ of }: { of: KnownBlock }): VNode {
  switch (of.type) {
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
    case 'context_actions':
      return <ContextActions of={of} />;
    case 'data_table':
      return <DataTable of={of} />;
    case 'plan':
      return <Plan of={of} />;
    case 'task_card':
      return <TaskCard of={of} />;
    case 'section':
      return <Section of={of} />;
    case 'actions':
      return <Actions of={of} />;
    case 'context':
      return <Context of={of} />;
    case 'divider':
      return <hr class="block-divider" />;
    case 'header':
      return (
        <h3 class="block-header">
          <PlainText of={of.text} />
        </h3>
      );
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
    case 'video':
      return <VideoView of={of} />;
    case 'file':
    default:
      return <Unknown of={of} />;
  }
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
  return <div class="unknown">{of.type.replaceAll('_', ' ')}</div>;
}

function useIds(blockId: string | undefined): { blockId: string; base: string } {
  const { place } = useSurface();
  return { blockId: blockId ?? '', base: `${keyOf(place)}-${blockId}`.replace(/[^\w-]/g, '_') };
}

function Section({ of }: { of: SectionBlock }): VNode {
  const { blockId, base } = useIds(of.block_id);
  const { accessory } = of;
  return (
    <div class="section">
      <div class="section-main">
        {of.text && (
          <div class="section-text" id={`${base}-text`}>
            <Text of={of.text} />
          </div>
        )}
        {of.fields && (
          <div class="fields">
            {of.fields.map((field, n) => (
              <div key={n}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class={`accessory of-${accessory.type}`}>
          {accessory.type === 'image' ? (
            <Picture of={accessory} size={88} />
          ) : (
            <ElementView
              of={accessory}
              blockId={blockId}
              labelling={{ id: `${base}-el`, label: nameOf(accessory) }}
              dispatches
              atEnd
            />
          )}
        </div>
      )}
    </div>
  );
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
          labelling={{ id: `${base}-el-${n}`, label: nameOf(element) }}
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

function Input({ of }: { of: InputBlock }): VNode {
  const { blockId, base } = useIds(of.block_id);
  const { errors } = useSurface();
  const { locale } = useReader();
  const error = errors[blockId];
  const grouped = of.element.type === 'checkboxes' || of.element.type === 'radio_buttons';
  const words = (
    <>
      <PlainText of={of.label} />
      {of.optional && <span class="optional"> ({optional[locale.slice(0, 2)] ?? 'optional'})</span>}
    </>
  );
  const described = [of.hint ? `${base}-hint` : '', error ? `${base}-error` : ''].filter(Boolean).join(' ');
  const labelling = {
    id: `${base}-el`,
    labelledBy: `${base}-label`,
    describedBy: described || undefined,
    invalid: Boolean(error),
    required: !of.optional && !grouped,
  };
  return (
    <div class={`input-block ${error ? 'wrong' : ''}`}>
      {grouped ? (
        <div class="label" id={`${base}-label`}>
          {words}
        </div>
      ) : (
        <label class="label" id={`${base}-label`} for={`${base}-el`}>
          {words}
        </label>
      )}
      <ElementView of={of.element} blockId={blockId} labelling={labelling} dispatches={of.dispatch_action ?? false} />
      {error && (
        <div class="field-error" id={`${base}-error`} role="alert">
          {error}
        </div>
      )}
      {of.hint && (
        <div class="hint" id={`${base}-hint`}>
          <PlainText of={of.hint} />
        </div>
      )}
    </div>
  );
}
