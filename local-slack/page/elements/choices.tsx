import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import type { VNode } from 'preact';
import { Text } from '../blocks/text.tsx';
import type { FieldProps } from './field.ts';
import { aria, useField } from './field.ts';

type BoxProps = {
  option: Option;
  id: string;
  name: string;
  type: 'checkbox' | 'radio';
  checked: boolean;
  onTurn: (on: boolean) => void;
};

function Box({ option, id, name, type, checked, onTurn }: BoxProps): VNode {
  return (
    <div class="option">
      <input
        type={type}
        id={id}
        name={name}
        checked={checked}
        aria-describedby={option.description ? `${id}-about` : undefined}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>
          <Text of={option.text} />
        </label>
        {option.description && (
          <div class="option-about" id={`${id}-about`}>
            <Text of={option.description} />
          </div>
        )}
      </div>
    </div>
  );
}

export function CheckboxesElement({ of, blockId, labelling, dispatches }: FieldProps<Checkboxes>): VNode {
  const { content, choose } = useField(of, blockId, 'selected_options', dispatches);
  const chosen = (Array.isArray(content) ? content : []) as Option[];
  const isOn = (option: Option): boolean => chosen.some((one) => one.value === option.value);
  return (
    <div class="options" role="group" {...aria({ ...labelling, required: false })}>
      {of.options.map((option, n) => (
        <Box
          key={n}
          option={option}
          id={`${labelling.id}-${n}`}
          name={labelling.id}
          type="checkbox"
          checked={isOn(option)}
          onTurn={(on) => choose(of.options.filter((one) => (one.value === option.value ? on : isOn(one))))}
        />
      ))}
    </div>
  );
}

export function RadioElement({ of, blockId, labelling, dispatches }: FieldProps<RadioButtons>): VNode {
  const { content, choose } = useField(of, blockId, 'selected_option', dispatches);
  return (
    <div class="options" role="radiogroup" {...aria(labelling)}>
      {of.options.map((option, n) => (
        <Box
          key={n}
          option={option}
          id={`${labelling.id}-${n}`}
          name={labelling.id}
          type="radio"
          checked={(content as Option | null)?.value === option.value}
          onTurn={() => choose(option)}
        />
      ))}
    </div>
  );
}
