import { z } from 'zod';
import { bare } from '../ticket.ts';
import { nothing, rule } from './rule.ts';

const ENDED = ['resolved', 'completed', 'cancelled', 'spam'] as const;

/** T27 to T29: spam comes back or goes for good, and what is done leaves the lists. */
export const settingAside = {
  restore: rule({
    from: ['spam'],
    to: ['new', 'in_progress'],
    by: ['lead', 'admin'],
    input: nothing,
    apply: (ticket, { at }) => {
      const back = { ...bare(ticket), since: at, archivedAt: null };
      return ticket.assignee === null
        ? { ...back, state: 'new', assignee: null }
        : { ...back, state: 'in_progress', assignee: ticket.assignee };
    },
  }),

  delete: rule({
    from: ['spam'],
    to: ['spam'],
    by: ['admin'],
    /** Said twice: nothing brings it back. */
    input: z.object({ sure: z.boolean().default(false) }),
    guard: (_ticket, { input }) => (input.sure ? null : 'not_sure'),
    apply: (ticket, { at }) => ({
      ...ticket,
      title: '',
      content: '',
      fields: {},
      agentFields: {},
      tags: [],
      scheduled: null,
      deletedAt: at,
      archivedAt: at,
    }),
  }),

  archive: rule({
    from: ENDED,
    to: ENDED,
    by: ['assignee', 'lead', 'admin'],
    input: nothing,
    moot: ({ archivedAt }) => (archivedAt ? 'already_archived' : null),
    apply: (ticket, { at }) => ({ ...ticket, archivedAt: at }),
  }),

  unarchive: rule({
    from: ENDED,
    to: ENDED,
    by: ['assignee', 'lead', 'admin'],
    input: nothing,
    moot: ({ archivedAt }) => (archivedAt ? null : 'not_archived'),
    apply: (ticket) => ({ ...ticket, archivedAt: null }),
  }),
};
