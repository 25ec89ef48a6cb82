import type { ModalView } from '@slack/types';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ViewSeen } from '../../wire.ts';
import { Blocks } from '../blocks/block.tsx';
import { PlainText } from '../blocks/text.tsx';
import { faultsIn } from '../elements/check.ts';
import { forgetViews, SurfaceScope, valuesAt } from '../elements/surface.tsx';
import { Dialog } from '../frame/dialog.tsx';
import { Icon, Spinner } from '../frame/icons.tsx';
import { act, doAct, toast } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { AppMark } from '../talk/avatar.tsx';
import { Trouble } from './trouble.tsx';

type OpenModal = Extract<ViewSeen, { type: 'modal' }>;

const trouble = 'We had some trouble connecting. Try again?';

/** The stack of open modals: only the topmost is drawn, what was filled in below is kept. */
export function ModalHost(): VNode | null {
  const views = useWorld((world) => world.views);
  const home = useWorld((world) => world.home);
  useEffect(() => forgetViews([...views.map((one) => one.id), home?.id ?? '']), [views, home]);
  const top = views.at(-1);
  if (!top || top.type !== 'modal') return null;
  return <Modal view={top} depth={views.length} />;
}

function useSubmit(view: OpenModal) {
  const [sending, setSending] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  useEffect(() => setFaults({}), [view.id, view.hash]);
  const submit = async (): Promise<void> => {
    if (sending || view.busy) return;
    const values = valuesAt({ kind: 'view', view_id: view.id }, view.blocks);
    const found = faultsIn(view.blocks, values);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setSending(true);
    const answer = await act({ do: 'submit', view_id: view.id, values });
    setSending(false);
    if (!answer.ok) toast(answer.error === 'no_connection' ? trouble : `That did not work: ${answer.error}`);
  };
  return { submit, busy: sending || view.busy, errors: { ...view.errors, ...faults } };
}

function Modal({ view, depth }: { view: OpenModal; depth: number }): VNode {
  const { submit, busy, errors } = useSubmit(view);
  const form = useRef<HTMLFormElement>(null);
  const close = (all = false): void => doAct({ do: 'close', view_id: view.id, ...(all ? { all } : {}) });
  const count = Object.keys(errors).length;
  // A view that was opened empty and gets its fields later gives them the focus then.
  const showing = `${view.id} ${view.blocks.some((one) => one.type === 'input')}`;
  useLayoutEffect(() => {
    if (count > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [count]);
  return (
    <Dialog labelledBy="modal-title" as="modal" showing={showing} onClose={() => close()}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => stayOpen(event)}
      >
        <ModalHead view={view} depth={depth} onClose={close} />
        <Trouble words={view.trouble} />
        <div class="dialog-body" key={view.id}>
          <SurfaceScope place={{ kind: 'view', view_id: view.id }} blocks={view.blocks} errors={errors}>
            <Blocks of={view.blocks} />
          </SurfaceScope>
        </div>
        <ModalFoot view={view} busy={busy} onClose={() => close()} />
      </form>
    </Dialog>
  );
}

/** Enter in a one-line field sends the form, as anywhere; in a search field it picks. */
function stayOpen(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key === 'Enter' && target.matches('input[type=checkbox], input[type=radio]')) event.preventDefault();
}

function ModalHead({
  view,
  depth,
  onClose,
}: {
  view: ModalView;
  depth: number;
  onClose: (all?: boolean) => void;
}): VNode {
  return (
    <div class="dialog-head">
      {depth > 1 && (
        <button type="button" class="icon-button" aria-label="Back" title="Back" onClick={() => onClose()}>
          <Icon name="back" />
        </button>
      )}
      <AppMark size={28} />
      <h2 id="modal-title">
        <PlainText of={view.title} />
      </h2>
      <button type="button" class="icon-button" aria-label="Close dialog" title="Close" onClick={() => onClose(true)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function ModalFoot({ view, busy, onClose }: { view: ModalView; busy: boolean; onClose: () => void }): VNode {
  return (
    <div class="dialog-foot">
      <button type="button" class="btn" onClick={onClose}>
        {view.close ? <PlainText of={view.close} /> : view.submit ? 'Cancel' : 'Close'}
      </button>
      {view.submit && (
        <button type="submit" class={`btn primary ${busy ? 'busy' : ''}`} aria-busy={busy}>
          <span class="btn-words">
            <PlainText of={view.submit} />
          </span>
          {busy && <Spinner />}
        </button>
      )}
    </div>
  );
}
