import { z } from 'zod';
import { onceEach, passedOver } from '../chain.ts';
import { cause, causesFor, holderOf, metBy } from '../causes.ts';
import { type Cause, ESCALATION_RULES } from '../language.ts';
import { bare } from '../ticket.ts';
import { BEFORE, passed, step, stepTo, turnOf } from './escalation.ts';
import { OPEN, person, rule } from './rule.ts';
import { triggeredBy } from './triggering.ts';

/** T20 by the clock: where a rule of the group says so, the first of the chain is asked without anybody asking. */
export const escalatingByRule = {
  escalate_by_rule: rule({
    from: BEFORE,
    to: OPEN,
    by: ['clock'],
    input: z.object({
      cause,
      trigger: triggeredBy.optional(),
      /** Which rules are met besides. */
      met: z.array(z.enum(ESCALATION_RULES)).default([]),
      /** Left out where nobody can be asked: those who lead are told instead. */
      to: person.optional(),
      /** Who gets a ticket that nobody has. */
      given: person.optional(),
      passed,
      ...step,
    }),
    settle: (input, facts, ticket) => {
      const { at, group, chain } = facts;
      const met = metBy(ticket, group.policies, at);
      const there = facts.leads?.there ?? group.leads;
      const holder = holderOf(ticket, there);
      const index = chain.findIndex((link) => link.person !== ticket.requester);
      const next = chain[index];
      const above = passedOver({ links: chain, gaps: facts.gaps ?? [] }, null, next?.person ?? null);
      const leads = { links: there.map((one) => ({ person: one, minutes: null })), gaps: facts.leads?.gaps ?? [] };
      const led = ticket.assignee ? [] : passedOver(leads, null, holder);
      const by = input.trigger ? { trigger: input.trigger } : {};
      const found = { cause: input.cause, met, passed: onceEach([...led, ...above]), ...by };
      if (!holder || !next) return { ...found, level: 1, once: false };
      const given = ticket.assignee ? {} : { given: holder };
      return { ...found, to: next.person, ...given, ...stepTo(next.person, index + 1, facts, ticket) };
    },
    guard: (ticket, { at, input }, { group }) =>
      input.cause.rule === 'trigger' ||
      causesFor(ticket, group.policies).some((one) => one.cause.rule === input.cause.rule && one.at <= at)
        ? null
        : 'not_due',
    apply: (ticket, { at, input }) => {
      const escalatedBy = [...new Set([...ticket.escalatedBy, ...ruleIn(input.cause), ...input.met])];
      const assignee = ticket.assignee ?? input.given;
      if (input.to === undefined || assignee === undefined) return { ...ticket, escalatedBy };
      return {
        ...bare(ticket),
        escalatedBy,
        consulted: [...new Set([...ticket.consulted, input.to])],
        state: 'escalated',
        assignee,
        assignedAt: ticket.assignee ? ticket.assignedAt : at,
        since: at,
        escalation: {
          ...turnOf(ticket.version + 1, input.to, input, at),
          from: null,
          cause: input.cause,
          team: null,
          ask: '',
          reason: '',
          asked: [],
        },
      };
    },
  }),
};

/** A trigger may ask again: it is no rule that does once. */
const ruleIn = ({ rule }: Cause) => ESCALATION_RULES.filter((one) => one === rule);
