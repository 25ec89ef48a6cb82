import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { act } from '../state/line.ts';
import { goTo, knownChannel } from '../state/route.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';

const reasons: Record<string, string> = {
  name_taken: 'There is already a channel of that name.',
  invalid_name_specials: 'Names have letters without capitals, digits, - and _, and nothing else.',
  invalid_name_maxlength: 'A name has at most 80 characters.',
  invalid_name_required: 'A channel needs a name.',
  restricted_action: 'Guests cannot create channels.',
};

export function CreateChannel({ onClose }: { onClose: () => void }): VNode {
  const [name, setName] = useState('');
  const [hidden, setHidden] = useState(false);
  const [trouble, setTrouble] = useState('');
  const create = async (): Promise<void> => {
    const answer = await act({ do: 'create_channel', name, private: hidden });
    if (!answer.ok || !answer.channel) {
      return setTrouble(answer.ok ? '' : (reasons[answer.error] ?? `That did not work: ${answer.error}`));
    }
    onClose();
    await knownChannel(answer.channel);
    goTo({ kind: 'channel', id: answer.channel });
  };
  return (
    <Dialog labelledBy="create-title" as="question" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <div class="dialog-head">
          <h2 id="create-title">Create a channel</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <Fields
          {...{ name, hidden, setHidden, trouble }}
          setName={(next) => {
            setTrouble('');
            setName(next);
          }}
        />
        <div class="dialog-foot">
          <button type="button" class="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="btn primary" disabled={name === ''}>
            Create
          </button>
        </div>
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  name: string;
  setName: (name: string) => void;
  hidden: boolean;
  setHidden: (hidden: boolean) => void;
  trouble: string;
};

function Fields({ name, setName, hidden, setHidden, trouble }: FieldsProps): VNode {
  return (
    <div class="dialog-body create">
      <label for="channel-name">Name</label>
      <input
        id="channel-name"
        class="input"
        placeholder="e.g. plan-budget"
        autocomplete="off"
        maxLength={80}
        value={name}
        aria-invalid={trouble !== ''}
        aria-describedby={trouble ? 'channel-trouble' : undefined}
        onInput={(event) => {
          setName(event.currentTarget.value.toLowerCase().replaceAll(' ', '-'));
        }}
      />
      {trouble && (
        <p class="create-trouble" id="channel-trouble" role="alert">
          {trouble}
        </p>
      )}
      <label class="create-kind">
        <input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />
        <span>
          Make private
          <small>Only people who are invited can see it.</small>
        </span>
      </label>
    </div>
  );
}
