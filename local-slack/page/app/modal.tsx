import type { ModalView } from '@slack/types';
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ViewSeen } from '../../wire.ts';
import { Blocks } from '../blocks/block.tsx';
import { PlainText } from '../blocks/text.tsx';
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
  useEffect(() => {
    const alive = [...views.map((one) => one.id), home?.id ?? ''];
    forgetViews(alive);
    for (const id of left.keys()) if (!alive.includes(id)) left.delete(id);
  }, [views, home]);
  const top = views.at(-1);
  if (!top || top.type !== 'modal') return null;
  return <Modal view={top} depth={views.length} />;
}

function useSubmit(view: OpenModal) {
  const [sending, setSending] = useState(false);
  /** Counts the submissions that came back: each may have left errors to be shown. */
  const [answered, setAnswered] = useState(0);
  const busy = sending || view.busy;
  const submit = async (): Promise<void> => {
    if (busy || !view.submit) return;
    const values = valuesAt({ kind: 'view', view_id: view.id }, view.blocks);
    setSending(true);
    const answer = await act({ do: 'submit', view_id: view.id, values });
    setSending(false);
    setAnswered((n) => n + 1);
    if (!answer.ok) toast(answer.error === 'no_connection' ? trouble : `That did not work: ${answer.error}`);
  };
  return { submit, busy, answered };
}

/** The first wrong field of a form that came back takes the focus: where one writes, not its tools. */
function useFocusOnFaults(form: RefObject<HTMLFormElement | null>, view: OpenModal, answered: number): void {
  const shown = useRef(0);
  useLayoutEffect(() => {
    if (shown.current === answered || Object.keys(view.errors).length === 0) return;
    shown.current = answered;
    const wrong = form.current?.querySelector('.wrong');
    const field = wrong?.querySelector<HTMLElement>('input, textarea, [contenteditable=true]');
    (field ?? wrong?.querySelector('button'))?.focus();
  }, [view.errors, answered]);
}

/** Where no field takes the focus the form itself has it, so that the keys scroll it. */
function useFocusInside(body: RefObject<HTMLElement | null>, view: OpenModal, showing: string): void {
  useLayoutEffect(() => {
    if (document.activeElement?.closest('.dialog-head')) body.current?.focus();
  }, [showing]);
  // The app may have taken away what had it.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) body.current?.focus({ preventScroll: true });
  }, [view.blocks]);
}

/** Where the focus was in each open view, by the id of the field. */
const left = new Map<string, string>();

/** A view that comes to light again has the focus where it had been left. */
function useFocusOnReturn(view: OpenModal, showing: string): void {
  const last = useRef({ showing: '', id: '' });
  // Read before the dialog gives the focus to its first field, which is then the one that had it last.
  if (last.current.showing !== showing) last.current = { showing, id: left.get(view.id) ?? '' };
  useLayoutEffect(() => {
    const { id } = last.current;
    if (id) document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }, [showing]);
}

/** Whether the view that is shown has been put on another, or has come back from under one. */
function useMotion(view: OpenModal, depth: number): string {
  const last = useRef({ id: view.id, depth, motion: '' });
  if (last.current.id !== view.id) {
    const motion = depth === last.current.depth ? '' : depth > last.current.depth ? 'pushed' : 'popped';
    last.current = { id: view.id, depth, motion };
  }
  return last.current.motion;
}

function Modal({ view, depth }: { view: OpenModal; depth: number }): VNode {
  const { submit, busy, answered } = useSubmit(view);
  const form = useRef<HTMLFormElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const close = (all = false): void => doAct({ do: 'close', view_id: view.id, ...(all ? { all } : {}) });
  // A view that was opened empty and gets its fields later gives them the focus then.
  const showing = `${view.id} ${view.blocks.some((one) => one.type === 'input')}`;
  const motion = useMotion(view, depth);
  useFocusOnFaults(form, view, answered);
  useFocusInside(body, view, showing);
  useFocusOnReturn(view, showing);
  return (
    <Dialog labelledBy="modal-title" as="modal" showing={showing} onClose={() => close()}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onFocusIn={(event) => {
          if (event.target instanceof HTMLElement && event.target.id) left.set(view.id, event.target.id);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void submit();
          } else stayOpen(event);
        }}
      >
        <ModalHead view={view} depth={depth} onClose={close} />
        <Trouble words={view.trouble} />
        <div class={`dialog-body ${motion}`} key={view.id} ref={body} tabIndex={-1}>
          <SurfaceScope place={{ kind: 'view', view_id: view.id }} blocks={view.blocks} errors={view.errors}>
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
