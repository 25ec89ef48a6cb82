import type { DistributionWords } from '../distribution.ts';

export const distribution: DistributionWords = {
  away: (until) =>
    `You are away until ${until}: no ticket is given to you, and nobody escalates to you. \`/ticket back\` ends it sooner.`,
  back: 'Welcome back. Tickets are given to you again.',
  usage: 'Please write the first day on which you are back, for example `/ticket away until 2026-12-01`.',
  past: 'That day has come already. Please write a later one, for example `/ticket away until 2030-12-01`, or `/ticket back`.',
};
