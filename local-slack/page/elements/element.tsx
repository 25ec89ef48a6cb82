import type { VNode } from 'preact';
import { ButtonElement, OverflowElement } from './button.tsx';
import { CheckboxesElement, RadioElement } from './choices.tsx';
import { DateElement, DateTimeElement, TimeElement } from './dates.tsx';
import { EntitySelectElement } from './entity-selects.tsx';
import type { Labelling } from './field.ts';
import { FeedbackElement, IconButtonElement } from './feedback.tsx';
import { FileElement } from './file-input.tsx';
import { ExternalSelectElement, StaticSelectElement } from './selects.tsx';
import { RichInput } from './rich/editor.tsx';
import { TextInput } from './text-input.tsx';
import type { Element } from './values.ts';

type Props = { of: Element; blockId: string; labelling: Labelling; dispatches: boolean; atEnd?: boolean };

export function ElementView({ of, blockId, labelling, dispatches, atEnd = false }: Props): VNode {
  const place = { blockId, labelling, dispatches };
  switch (of.type) {
    case 'button':
    case 'workflow_button':
      return <ButtonElement of={of} blockId={blockId} id={labelling.id} />;
    case 'overflow':
      return <OverflowElement of={of} blockId={blockId} atEnd={atEnd} />;
    case 'static_select':
    case 'multi_static_select':
      return <StaticSelectElement of={of} {...place} />;
    case 'external_select':
    case 'multi_external_select':
      return <ExternalSelectElement of={of} {...place} />;
    case 'users_select':
    case 'multi_users_select':
    case 'channels_select':
    case 'multi_channels_select':
    case 'conversations_select':
    case 'multi_conversations_select':
      return <EntitySelectElement of={of} {...place} />;
    case 'datepicker':
      return <DateElement of={of} {...place} />;
    case 'timepicker':
      return <TimeElement of={of} {...place} />;
    case 'datetimepicker':
      return <DateTimeElement of={of} {...place} />;
    case 'checkboxes':
      return <CheckboxesElement of={of} {...place} />;
    case 'radio_buttons':
      return <RadioElement of={of} {...place} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput of={of} {...place} />;
    case 'rich_text_input':
      return <RichInput of={of} {...place} />;
    case 'file_input':
      return <FileElement of={of} {...place} />;
    case 'feedback_buttons':
      return <FeedbackElement of={of} blockId={blockId} />;
    case 'icon_button':
      return <IconButtonElement of={of} blockId={blockId} />;
  }
}
