import type { DistributionWords, GivingWords } from '../distribution.ts';

export const distribution: DistributionWords = {
  away: (until) =>
    `You are away until ${until}: no ticket is given to you, and nobody escalates to you. \`/ticket back\` ends it sooner.`,
  back: 'Welcome back. Tickets and escalations come to you again.',
  usage: 'Please write the first day on which you are back, for example `/ticket away until 2026-12-01`.',
  past: 'That day has come already. Please write a later one, for example `/ticket away until 2030-12-01`, or `/ticket back`.',
  team: {
    title: 'Who is here',
    here: 'here',
    notNow: 'does not work now',
    full: 'has enough',
    away: (until) => `away until ${until}`,
    lead: 'leads',
    open: (many, most) => (most === null ? `${many} open` : `${many} of at most ${most} open`),
    works: (week, zone) => `Works ${week} (${zone})`,
    anyTime: 'Works at any time',
    takes: (types) => `takes ${types}`,
    takesAll: 'takes everything',
    edit: 'Edit',
    iAmAway: 'I am away',
    change: 'Change',
    nobody: 'Nobody works here yet. Whoever joins the agents’ channel does.',
    more: (many) => `${many === 1 ? 'One more person works' : `${many} more people work`} here.`,
    onlyLeads: 'Leads of the group and administrators change this; everybody says himself when he is away.',
    onlyAgents: 'Only agents see who of a team is here. If you need help, just `/ticket` it.',
    ways: {
      off: 'A new ticket waits until somebody keeps it.',
      round_robin: 'New tickets are given to each in turn.',
      random: 'New tickets are given to anybody who is free.',
      least_loaded: 'New tickets are given to whoever has the fewest open.',
    },
    way: { off: 'Nobody is given anything', round_robin: 'In turn', random: 'By chance', least_loaded: 'Least to do' },
    wayHint: {
      off: 'Whoever wants a ticket keeps it',
      round_robin: 'Who was given nothing for longest',
      random: 'Anybody who is free',
      least_loaded: 'Who has the fewest open tickets',
    },
    reoffered: (minutes) =>
      `What nobody has begun after ${minutes === 1 ? 'one minute' : `${minutes} minutes`} goes on to the next one.`,
    zone: (zone) => `Times are those of ${zone}.`,
    own: {
      title: 'When are you away?',
      hint: 'Until that day nothing is given to you, and nobody escalates to you. Empty: you are here.',
    },
    member: { title: 'What somebody is given', submit: 'Save' },
    giving: { title: 'How tickets are given', submit: 'Save' },
    ask: {
      until: {
        label: 'Away, and back on',
        hint: 'Until that day nothing is given to this person, and nobody escalates to him. Empty: here.',
      },
      capacity: {
        label: 'Open tickets at most',
        placeholder: 'Any number',
        hint: 'Who has so many is given no more; he can still keep some himself.',
      },
      hours: { label: 'Works', placeholder: 'mon-fri 09:00-13:00 14:00-18:00; sat 9-12', hint: 'Empty: at any time.' },
      skills: { label: 'Takes', placeholder: 'Everything', hint: 'Types of requests, with all that stand under them.' },
      way: { label: 'Who gets a new ticket?', hint: 'Only who is here, works now, has room and takes its type.' },
      reoffer: {
        label: 'On to the next one after',
        placeholder: 'Never',
        hint: 'Minutes in which nobody has begun, in business hours.',
      },
    },
    errors: {
      past: 'That day has come already. Please choose a later one, or leave it empty.',
      capacity: (most) => `Please write a whole number up to ${most}, or leave it empty.`,
      hours: 'Please write days and times, for example: mon-fri 09:00-13:00 14:00-18:00; sat 9-12',
      minutes: (most) => `Please write whole minutes, at most ${most} (a week), or leave it empty.`,
    },
  },
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
      `${e.id} is yours, you were next: ${e.title}${e.due ? `\nBegin by ${e.due}, or it goes on to the next one` : ''}`,
    reoffer: (e) =>
      e.mine && e.to
        ? `${e.id} is yours now, as nobody had begun in time: ${e.title}${e.due ? `\nBegin by ${e.due}, or it goes on` : ''}`
        : e.to
          ? `${e.id} went on to ${e.to}, as nobody had begun in time: ${e.title}`
          : e.mine
            ? `${e.id} stays with you: nobody else is free, and the leads were told that nobody has begun: ${e.title}`
            : `Nobody has begun with ${e.id} in time, and nobody else is free. Please see who can: ${e.title}`,
  },
};
