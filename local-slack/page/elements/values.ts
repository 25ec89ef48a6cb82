import type {
  ActionsBlockElement,
  AnyBlock,
  ContextActionsBlockElement,
  InputBlockElement,
  KnownBlock,
  SectionBlockAccessory,
} from '@slack/types';
import type { ElementValue, StateValues } from '../../wire.ts';
import { getState } from '../state/store.ts';

export type Element = Exclude<
  ActionsBlockElement | InputBlockElement | SectionBlockAccessory | ContextActionsBlockElement,
  { type: 'image' }
>;

/** The elements of a block that a person can work with. */
function elementsOf(block: AnyBlock): Element[] {
  const known = block as KnownBlock;
  if (known.type === 'section') return known.accessory && known.accessory.type !== 'image' ? [known.accessory] : [];
  if (known.type === 'actions' || known.type === 'context_actions') return known.elements;
  return known.type === 'input' ? [known.element] : [];
}

function withChildren(block: AnyBlock): AnyBlock[] {
  const known = block as KnownBlock;
  return known.type === 'container' ? known.child_blocks : [block];
}

export function initialState(blocks: AnyBlock[]): StateValues {
  const values: StateValues = {};
  for (const block of blocks.flatMap(withChildren)) {
    for (const element of elementsOf(block)) {
      const value = initialValue(element);
      if (value) (values[block.block_id ?? ''] ??= {})[element.action_id ?? ''] = { type: element.type, ...value };
    }
  }
  return values;
}

/** What an untouched element reports; null for those that hold no value. */
function initialValue(element: Element): ElementValue | null {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: element.initial_value ?? null };
    case 'rich_text_input':
      return { rich_text_value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { selected_users: element.initial_users ?? [] };
    case 'channels_select':
      return { selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { selected_channels: element.initial_channels ?? [] };
    case 'conversations_select':
      return { selected_conversation: element.initial_conversation ?? here(element.default_to_current_conversation) };
    case 'multi_conversations_select':
      return {
        selected_conversations:
          element.initial_conversations ?? [here(element.default_to_current_conversation)].filter(Boolean),
      };
    case 'datepicker':
      return { selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { files: [] };
    case 'button':
    case 'overflow':
    case 'workflow_button':
    case 'icon_button':
      return null;
    // Not part of Slack's state: remembered to show which one was pressed.
    case 'feedback_buttons':
      return { value: null };
  }
}

function here(wanted: boolean | undefined): string | null {
  const { spot } = getState();
  return wanted && spot.kind === 'channel' ? spot.id : null;
}
