import type { InputBlock } from '@slack/types';
import type { VNode } from 'preact';
import { ElementView } from '../elements/element.tsx';
import { useSurface } from '../elements/surface.tsx';
import { Icon } from '../frame/icons.tsx';
import { useIds } from './ids.ts';
import { PlainText, useReader } from './text.tsx';

/** Slack's own word after a question's label, in the languages it is most used in. */
const optional: Record<string, string> = {
  de: 'optional',
  es: 'opcional',
  fr: 'facultatif',
  it: 'facoltativo',
  pt: 'opcional',
};

/** These are made of several controls: their question names the group and not one control. */
const grouped = ['checkboxes', 'radio_buttons', 'datetimepicker', 'rich_text_input'];

export function Input({ of }: { of: InputBlock }): VNode {
  const { blockId, base } = useIds(of.block_id);
  const { errors } = useSurface();
  const { locale } = useReader();
  const error = errors[blockId];
  const isGroup = grouped.includes(of.element.type);
  const words = (
    <>
      <PlainText of={of.label} />
      {of.optional && <span class="optional"> ({optional[locale.slice(0, 2)] ?? 'optional'})</span>}
    </>
  );
  const described = [error ? `${base}-error` : '', of.hint ? `${base}-hint` : ''].filter(Boolean).join(' ');
  const labelling = {
    id: `${base}-el`,
    labelledBy: `${base}-label`,
    describedBy: described || undefined,
    invalid: Boolean(error),
    required: !of.optional,
  };
  const Label = isGroup ? 'div' : 'label';
  return (
    <div class={`input-block ${error ? 'wrong' : ''}`}>
      <Label class="label" id={`${base}-label`} {...(isGroup ? {} : { for: `${base}-el` })}>
        {words}
      </Label>
      <ElementView of={of.element} blockId={blockId} labelling={labelling} dispatches={of.dispatch_action ?? false} />
      {error && (
        <div class="field-error" id={`${base}-error`} role="alert">
          <Icon name="warning" size={16} /> <span>{error}</span>
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
