import type { Group } from './group.ts';
import { addBusinessMs } from './hours.ts';
import type { Priority } from './language.ts';

const MINUTE = 60_000;

/**
 * When an escalation that was opened at a moment has to be acknowledged. `minutes`: what the step of the chain says,
 * if it says anything.
 */
export function ackDue(priority: Priority, group: Group, at: Date, minutes: number | null): Date {
  const { ack_minutes, ack_minutes_urgent } = group.policies;
  const given = minutes ?? (priority === 'urgent' ? ack_minutes_urgent : ack_minutes);
  return workingTime(priority, group, at, given * MINUTE);
}

/** When a manager who has acknowledged and not answered is asked again; null: never. */
export function nudgeDue(priority: Priority, group: Group, at: Date): Date | null {
  const { nudge_hours } = group.policies;
  return nudge_hours === 0 ? null : workingTime(priority, group, at, nudge_hours * 60 * MINUTE);
}

/** What is urgent does not wait for the morning. */
const workingTime = (priority: Priority, { hours }: Group, at: Date, ms: number): Date =>
  addBusinessMs(at, ms, priority === 'urgent' ? null : hours);
