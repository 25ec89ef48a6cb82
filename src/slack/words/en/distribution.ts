import type { DistributionWords, GivingWords } from '../distribution.ts';

export const distribution: DistributionWords = {
  away: (until) =>
    `You are away until ${until}: no ticket is given to you, and nobody escalates to you. \`/ticket back\` ends it sooner.`,
  back: 'Welcome back. Tickets are given to you again.',
  usage: 'Please write the first day on which you are back, for example `/ticket away until 2026-12-01`.',
  past: 'That day has come already. Please write a later one, for example `/ticket away until 2030-12-01`, or `/ticket back`.',
};

export const giving: GivingWords = {
  thread: {
    auto_assign: (e) =>
      `Given to ${e.to}, who was next${e.due ? `. If nobody begins by ${e.due}, it goes on to the next one` : ''}`,
    reoffer: (e) =>
      e.to
        ? `Nobody had begun in time: given to ${e.to}, who is next`
        : 'Nobody had begun in time, and nobody else is free: it stays where it is, and the leads were told',
  },
  ping: {
    auto_assign: (e) =>
      `${e.id} is yours, you were next: ${e.title}${e.due ? `. Begin by ${e.due}, or it goes on to the next one` : ''}`,
    reoffer: (e) =>
      e.mine && e.to
        ? `${e.id} is yours now, as nobody had begun in time: ${e.title}${e.due ? `. Begin by ${e.due}, or it goes on` : ''}`
        : e.to
          ? `${e.id} went on to ${e.to}, as nobody had begun in time: ${e.title}`
          : e.mine
            ? `${e.id} stays with you: nobody else is free, and the leads were told that nobody has begun. ${e.title}`
            : `Nobody has begun with ${e.id} in time, and nobody else is free. Please see who can: ${e.title}`,
  },
};
