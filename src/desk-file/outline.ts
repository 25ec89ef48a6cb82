import type { BannedWord } from '../domain/banned.ts';
import type { SubmissionType } from '../domain/fields.ts';
import type { ChainStep, Policies, Sla } from '../domain/group.ts';
import type { Hours } from '../domain/hours.ts';
import type { TemplateOutline } from './templates.ts';
import type { TriggerOutline } from './triggers.ts';
import type { GroupKind, Language } from '../domain/language.ts';

export type GroupOutline = {
  key: string;
  name: string;
  kind: GroupKind;
  language: Language;
  /** Slack ids, as everywhere here. */
  channel: string | null;
  requestChannels: readonly string[];
  leads: readonly string[];
  /** Those who are agents without sitting in the agents' channel. */
  agents: readonly string[];
  chain: readonly ChainStep[];
  policies: Policies;
  hours: Hours | null;
  sla: Sla;
};
export type PersonOutline = {
  manager: string | null;
  admin: boolean;
  /** Open tickets that he is given at most, when he works, and what types he takes; null and none: no limit. */
  capacity: number | null;
  hours: Hours | null;
  skills: readonly string[];
};
/** Of whom the desk says nothing. */
export const NOTHING_SAID: PersonOutline = { manager: null, admin: false, capacity: null, hours: null, skills: [] };
export const saysNothing = ({ manager, admin, capacity, hours, skills }: PersonOutline): boolean =>
  manager === null && !admin && capacity === null && hours === null && skills.length === 0;

export type WrittenInSlack = { by: string; at: Date };

/** A whole desk, but for its tickets: what a file says and what a database holds, in the same form. */
export type DeskOutline = {
  itSupport: string | null;
  /** The profile field of Slack's that names everybody's manager. */
  managerField: string | null;
  /** Those with a manager or a right; everybody else is a requester. */
  people: ReadonlyMap<string, PersonOutline>;
  groups: readonly GroupOutline[];
  types: readonly SubmissionType[];
  /** In the order in which they are looked at. */
  triggers: readonly TriggerOutline[];
  /** The words that nobody sends to a requester. */
  banned: readonly BannedWord[];
  templates: readonly TemplateOutline[];
  /** Which triggers, templates, banned words, types and policies were written in Slack since a file was last applied, as they are called. */
  written: ReadonlyMap<string, WrittenInSlack>;
  /** Which types were taken away in Slack since then. */
  taken: ReadonlyMap<string, WrittenInSlack>;
};
export const emptyDesk: DeskOutline = {
  itSupport: null,
  managerField: null,
  people: new Map(),
  groups: [],
  types: [],
  triggers: [],
  banned: [],
  templates: [],
  written: new Map(),
  taken: new Map(),
};
