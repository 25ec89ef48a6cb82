import type { Confirm } from '@slack/types';
import type { VNode } from 'preact';
import { PlainText, Text } from '../blocks/text.tsx';
import { setState, useStore } from '../state/store.ts';
import { Dialog } from './dialog.tsx';

/** Asks the person; true when there is nothing to ask. */
export function ask(confirm: Confirm | undefined): Promise<boolean> {
  if (!confirm) return Promise.resolve(true);
  return new Promise((answer) => {
    setState({ question: { confirm, answer } });
  });
}

export function QuestionHost(): VNode | null {
  const question = useStore((state) => state.question);
  if (!question) return null;
  const { confirm } = question;
  const end = (yes: boolean): void => {
    setState({ question: null });
    question.answer(yes);
  };
  return (
    <Dialog labelledBy="question-title" as="question" alert onClose={() => end(false)}>
      <div class="dialog-head">
        <h2 id="question-title">{confirm.title ? <PlainText of={confirm.title} /> : 'Are you sure?'}</h2>
      </div>
      <div class="dialog-body">
        <Text of={confirm.text} />
      </div>
      <div class="dialog-foot">
        <button type="button" class="btn" onClick={() => end(false)}>
          {confirm.deny ? <PlainText of={confirm.deny} /> : 'No'}
        </button>
        <button
          type="button"
          data-first
          class={`btn ${confirm.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => end(true)}
        >
          {confirm.confirm ? <PlainText of={confirm.confirm} /> : 'Yes'}
        </button>
      </div>
    </Dialog>
  );
}
