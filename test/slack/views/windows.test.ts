import type { SectionBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { STATES, ticketNumber } from '../../../src/domain/language.ts';
import { ruleOf, VERBS } from '../../../src/domain/verbs.ts';
import { openIn, refuse, type Why } from '../../../src/domain/decide.ts';
import { rolesOf } from '../../../src/domain/ticket.ts';
import { type Tab, TABS } from '../../../src/slack/leaf.ts';
import { isForRequester } from '../../../src/slack/show.ts';
import { doneMessage, helpMessage, needsNumberMessage } from '../../../src/slack/views/command.ts';
import { createdView } from '../../../src/slack/views/created.ts';
import { addedMessage, askWhichTicket, existsView, offerRequest } from '../../../src/slack/views/dm.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { listMessage } from '../../../src/slack/views/list.ts';
import { refusalMessage, refusalView } from '../../../src/slack/views/refusal.ts';
import { row } from '../../../src/slack/views/row.ts';
import { ticketView } from '../../../src/slack/views/show.ts';
import type { Line } from '../../../src/slack/views/talk.ts';
import { homeOf } from './homes.ts';
import {
  ana,
  bao,
  book,
  drawingOf,
  inInternal,
  inMain,
  kofi,
  lea,
  marta,
  now,
  support,
  ticketIn,
  told,
} from './make.ts';
import { chapters, sketch, sketchView } from './sketch.ts';

const file = (name: string) => `./sketches/${name}.txt`;
const en = { book, language: 'en' as const, now };
const it_ = { book, language: 'it' as const, now };

describe('lists and windows', () => {
  const many = (['answered', 'in_progress', 'new'] as const).map((state, n) =>
    ticketIn(state, { number: ticketNumber(1040 + n), title: `Request ${n}` }),
  );

  it('Home, and what stands there when it is empty', async () => {
    const none = { tickets: [], total: 0 };
    const some = { tickets: many, total: 15 };
    const drawn = (scene: typeof en | typeof it_, ...of: Parameters<typeof homeOf>) =>
      sketchView(homeView({ ...scene, ...homeOf(...of) }));
    const agent = { agent: true } as const;
    const lead = { agent: true, lead: true } as const;
    const spam = ticketIn('spam', { number: ticketNumber(1044), title: 'Buy gold' });
    const load = [
      { agent: ana, open: 12, waiting: 3, risk: 2, late: 1, outUntil: null },
      { agent: kofi, open: 1, waiting: 0, risk: 0, late: 0, outUntil: new Date('2026-11-30T08:00:00Z') },
      { agent: lea, open: 0, waiting: 0, risk: 0, late: 0, outUntil: null },
    ];
    const escalated = { tickets: [ticketIn('escalated')] };
    await expect(
      chapters([
        ['agent, queue', drawn(en, ana, agent, { board: 'queue' }, { tickets: many, count: 45 })],
        ['agent, queue, it', drawn(it_, ana, agent, { board: 'queue' }, { tickets: many, count: 45 })],
        ['agent, his own', drawn(en, ana, agent, { board: 'held' }, { tickets: many })],
        [
          'agent, by group, the second page',
          drawn(en, kofi, agent, { board: 'open', group: support.key, page: 1 }, { tickets: many, count: 1001 }),
        ],
        ['agent, nothing', drawn(en, ana, agent, { board: 'queue' })],
        ['lead, spam', drawn(en, lea, lead, { board: 'spam' }, { tickets: [spam] })],
        ['lead, load', drawn(en, lea, lead, { board: 'load' }, { count: 13, load })],
        ['lead, load, it', drawn(it_, lea, lead, { board: 'load' }, { count: 13, load })],
        ['lead, one agent’s', drawn(en, lea, lead, { board: 'team', agent: ana }, { tickets: many })],
        ['manager', drawn(en, marta, { reports: [lea] }, { board: 'decide' }, escalated)],
        ['manager, elsewhere', drawn(it_, marta, { reports: [lea] }, { board: 'load' }, { ...escalated, load })],
        ['administrator, set-up', drawn(en, kofi, { admin: true }, { board: 'setup' })],
        ['requester', drawn(en, bao, {}, { board: 'asked' }, { tickets: many })],
        ['requester, closed', drawn(en, bao, {}, { board: 'ended' }, { tickets: [ticketIn('completed')] })],
        ['requester, nothing, it', drawn(it_, bao, {}, { board: 'asked' })],
        ['/ticket mine', sketch(listMessage({ ...en, viewer: bao, ...some }).blocks)],
        ['/ticket mine, for others too', sketch(listMessage({ ...en, viewer: bao, ...none, raised: some }).blocks)],
        ['/ticket mine, nothing', sketch(listMessage({ ...en, viewer: bao, ...none }).blocks)],
      ]),
    ).toMatchFileSnapshot(file('lists'));
  });

  const actor = { kind: 'person' as const, id: kofi, agentOf: [support.key], leadOf: [], admin: false, active: true };

  it('the ticket itself, for an agent and for its requester', async () => {
    const ticket = ticketIn('pending');
    const events: Line[] = [
      { ...told('create', bao, { surface: 'command' }), before: null, after: ticketIn('new') },
      { ...told('keep', ana, { surface: 'button' }), before: ticketIn('new'), after: ticketIn('in_progress') },
      told('message', bao, { said: inMain(bao, 'It dropped again.'), surface: 'thread' }),
      told('note', ana, { said: inInternal(ana, 'Same router as last week.'), surface: 'thread' }),
      told('pend', ana, { input: { kind: 'check', waiting_for: 'the router, which he breaks' }, surface: 'modal' }),
      told('wake', null, { surface: 'clock' }),
      told('edit', lea, { input: { title: 'VPN', priority: 'urgent' } }),
    ];
    const edited = events.at(-1)!;
    const after = ticketIn('pending', { title: 'VPN', priority: 'urgent' });
    events.push({ ...edited, before: ticket, after });
    const earlier = {
      tickets: [
        { ticket: ticketIn('completed', { number: ticketNumber(1030), title: 'A second screen' }), readable: true },
        { ticket: ticketIn('new', { number: ticketNumber(1020), private: true, title: 'My salary' }), readable: false },
        { ticket: ticketIn('new', { number: ticketNumber(1010), title: 'A new contract' }), readable: false },
      ],
      total: 12,
    };
    const requester = { ...actor, id: bao, agentOf: [] };
    const view = (internal: boolean, tab: Tab, scene: typeof en | typeof it_ = en) =>
      ticketView({
        ...scene,
        drawing: drawingOf(ticket),
        told: internal ? events : events.filter(isForRequester),
        roles: rolesOf(internal ? { ...actor, id: ana } : requester, ticket),
        undoable: internal,
        internal,
        viewer: internal ? ana : bao,
        leaf: { tab, page: 0 },
        earlier,
      });
    await expect(
      chapters([
        ...TABS.map((tab) => [`agent, ${tab}`, sketchView(view(true, tab))] as const),
        ...TABS.map((tab) => [`requester, ${tab}`, sketchView(view(false, tab))] as const),
        ['agent, history, it', sketchView(view(true, 'history', it_))],
      ]),
    ).toMatchFileSnapshot(file('show'));
  });

  it('every refusal, in both languages', async () => {
    const ticket = ticketIn('in_progress', { assignedAt: new Date(now.getTime() - 2000) });
    const whys: [Why, Parameters<typeof refuse>[1], ReturnType<typeof ticketIn> | null][] = [
      ['already_kept', 'keep', ticket],
      ['wrong_state', 'reply', ticketIn('completed')],
      ['not_allowed', 'resolve', ticket],
      ['not_allowed', 'keep', ticketIn('new')],
      ['not_allowed', 'create', null],
      ['no_ticket', 'show', null],
      ['busy', 'keep', null],
      ['already_yours', 'keep', ticket],
      ['same_assignee', 'forward', ticket],
      ['same_assignee', 'forward', ticketIn('new')],
      ['target_left', 'forward', ticket],
      ['target_not_agent', 'forward', ticket],
      ['group_has_no_channel', 'forward', ticket],
      ['forward_needs_lead', 'forward', ticket],
      ['not_in_chain', 'escalate', ticket],
      ['escalate_to_self', 'escalate', ticket],
      ['follow_up_only', 'message', ticketIn('resolved')],
      ['not_yours', 'message', ticket],
      ['with_management', 'resolve', ticketIn('escalated')],
      ['already_acknowledged', 'acknowledge', ticketIn('escalated')],
      ['date_past', 'pend', ticket],
    ];
    const drawn = (scene: typeof en | typeof it_) =>
      whys.map(([why, verb, of]) => {
        const refusal = refuse(why, verb, actor, of);
        return [`${scene.language} ${why} ${verb}`, sketch(refusalMessage(refusal, scene).blocks)] as const;
      });
    const faults = [
      { field: 'title', code: 'required' },
      { field: 'customer_code', code: 'invalid' },
    ] as const;
    const bad = refuse('bad_input', 'create', actor, null, faults);
    await expect(
      chapters([
        ...drawn(en),
        ...drawn(it_),
        ['bad input, in a window', sketchView(refusalView(bad, en, 'My words\nare not lost.'))],
      ]),
    ).toMatchFileSnapshot(file('refusals'));
  });

  it('small answers', async () => {
    const { number } = ticketIn('new');
    const where = { channel: 'D1', ts: '1.2' };
    const drawn = (scene: typeof en | typeof it_) =>
      [
        ['which', sketch(askWhichTicket({ ...scene, ...where, tickets: many }).blocks)],
        ['this one', sketch(askWhichTicket({ ...scene, ...where, tickets: many.slice(0, 1) }).blocks)],
        ['none', sketch(askWhichTicket({ ...scene, ...where, tickets: [] }).blocks)],
        ['offer', sketch(offerRequest({ ...scene, ...where }).blocks)],
        ['added', sketch(addedMessage({ ...scene, number }).blocks)],
        ['exists', sketchView(existsView(number, scene))],
        ['created', sketchView(createdView(ticketIn('new'), ana, scene))],
        ['sent', sketchView(createdView(ticketIn('new'), ticketIn('new').requester, scene))],
        ['help', sketch(helpMessage({ ...scene, agent: false }).blocks)],
        ['help for an agent', sketch(helpMessage({ ...scene, agent: true }).blocks)],
        ['needs number', sketch(needsNumberMessage({ ...scene, verb: 'keep' }).blocks)],
        ...VERBS.map(
          (verb) => [`done ${verb}`, sketch(doneMessage({ ...scene, verb, number, seq: 2 }).blocks)] as const,
        ),
      ] as const;
    await expect(chapters([...drawn(en), ...drawn(it_)])).toMatchFileSnapshot(file('answers'));
  });

  it('whoever follows reads the same in the window as in his list, and never that it is his turn', () => {
    for (const state of STATES) {
      const ticket = ticketIn(state, { followers: [marta], requester: bao });
      const seen = { ...en, viewer: marta, drawing: drawingOf(ticket), told: [], roles: ['follower'] as const };
      const view = ticketView({ ...seen, undoable: false, internal: false });
      const said = ((view.blocks[1] as SectionBlock).text?.text ?? 'nothing').replaceAll('*', '');
      expect(row(ticket, { ...en, viewer: marta, as: 'follower' }).text?.text).toContain(`${said} · `);
      expect(said).not.toMatch(/your turn|🟠/);
    }
  });

  it('does not call empty what its reader may not read', () => {
    const home = homeOf(marta, { reports: [lea] }, { board: 'team', agent: lea }, { count: 0 });
    const said = (theirs: number, shown = 0) =>
      sketchView(homeView({ ...en, ...home, theirs, counts: { ...home.counts, team: shown } }));
    expect(said(3)).toContain('3 are private');
    expect(said(3)).not.toContain('Nothing open is with this agent');
    expect(said(3, 2)).toContain('One more is private');
    expect(said(0)).toContain('Nothing open is with this agent');
  });

  it('speaks to whoever wanted to follow himself, and of another whom he wanted to make one', () => {
    const actor = { kind: 'person', id: marta, agentOf: [], leadOf: [], admin: false, active: true } as const;
    const said = (why: Why, verb: 'follow' | 'add_follower') =>
      sketchView(refusalView(refuse(why, verb, actor, ticketIn('new')), en));
    expect(said('follows_already', 'follow')).toContain('You watch T-1042 already');
    expect(said('follows_already', 'add_follower')).toContain('followed by this person already');
    expect(said('told_anyway', 'follow')).toContain('your own request');
    expect(said('told_anyway', 'add_follower')).toContain('this person’s own request');
  });

  it('does not say that nothing else was asked to somebody who could not see it', () => {
    const drawing = drawingOf(ticketIn('answered', { followers: [marta], requester: bao }));
    const leaf = { tab: 'earlier', page: 0 } as const;
    const said = (viewer: typeof bao) =>
      sketchView(ticketView({ ...en, viewer, drawing, told: [], roles: [], undoable: false, internal: false, leaf }));
    expect(said(marta)).toContain('yours to see');
    expect(said(bao)).toContain('Nothing else so far.');
  });

  it('every open verb of an agent is reachable from the ticket’s own window', () => {
    for (const state of STATES) {
      const REQUESTERS = VERBS.filter((verb) =>
        ruleOf(verb).by.every((role) => ['requester', 'creator', 'anyone'].includes(role)),
      );
      const roles = ['agent', 'lead', 'assignee', 'target', 'escalator', 'admin'] as const;
      const views = [[], [ana]].map((followers) =>
        ticketView({
          ...en,
          drawing: drawingOf(ticketIn(state, { followers })),
          told: [],
          roles,
          undoable: true,
          internal: true,
          viewer: ana,
        }),
      );
      for (const verb of openIn(ticketIn(state)).filter((each) => !REQUESTERS.includes(each) && each !== 'schedule'))
        expect(JSON.stringify(views)).toContain(`"do.${verb}"`);
    }
  });
});
