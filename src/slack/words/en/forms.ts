import type { FormChapter } from '../asked.ts';
import type { StepWords } from '../steps.ts';
import { linking } from './linking.ts';
import { maskingForms } from './masking.ts';
import { answering } from './fields.ts';
import { asked, people } from './people.ts';

const steps: StepWords = {
  manager_of_assignee: 'The manager',
  group_lead: 'A lead of the group',
  it_support: 'IT support',
  person: 'A person',
  user_group: 'A user group',
  on_call: 'Whoever is on call',
};

export const forms: FormChapter = {
  of: {
    forward: {
      title: (id) => `Forward ${id}`,
      submit: 'Forward',
      ask: {
        group: { label: 'To which group?' },
        to: {
          label: 'To whom?',
          placeholder: 'Anybody in the group',
          hint: 'An agent of that group. Unless you choose one, the ticket waits there until one of them keeps it or is next.',
        },
        note: { label: 'What should they know?', hint: 'Only agents read this.' },
      },
    },
    reply: {
      title: (id) => `Reply to ${id}`,
      submit: 'Send',
      ask: { text: { label: 'Your answer', hint: 'The requester reads this.' } },
    },
    message: {
      title: (id) => `Add to ${id}`,
      submit: 'Send',
      ask: { text: { label: 'What would you like to add?' } },
    },
    edit: {
      title: (id) => `Edit ${id}`,
      submit: 'Save',
      ask: {
        title: { label: 'Title', hint: 'The requester reads this too.' },
        priority: { label: 'How urgent is it?' },
        kind: { label: 'What kind of request?' },
      },
    },
    correct: {
      title: (id) => `Correct ${id}`,
      submit: 'Save',
      ask: {
        text: {
          label: 'What it should say',
          hint: 'It is changed where it stands and marked as edited. Nobody is notified again.',
        },
      },
    },
    retract: {
      title: (id) => `Take back ${id}`,
      submit: 'Take back',
      ask: { sure: { label: 'Take these words back?' } },
    },
    note: {
      title: (id) => `Note on ${id}`,
      submit: 'Keep note',
      ask: { text: { label: 'Your note', hint: 'Only agents read this. The requester never does.' } },
    },
    pend: {
      title: (id) => `Pend ${id}`,
      submit: 'Let it wait',
      ask: {
        kind: { label: 'Whom or what is it waiting for?' },
        waiting_for: {
          label: 'What exactly?',
          placeholder: 'printer model',
          hint: 'A few words. If the requester is waited for, he or she reads them.',
        },
        text: {
          label: 'Message to the requester',
          hint: 'Needed when you wait for the requester; otherwise only if there is something to say.',
        },
        wake_at: { label: 'Wake it up at', hint: 'Left empty, it waits until somebody wakes it.' },
        blocked_by: { label: 'Another ticket it waits for', placeholder: 'T-1001' },
      },
    },
    resolve: {
      title: (id) => `Resolve ${id}`,
      submit: 'Resolve',
      ask: {
        reason: { label: 'How does it end?', hint: 'The requester reads this too.' },
        text: { label: 'Your answer', hint: 'The requester reads this.' },
      },
    },
    escalate: {
      title: (id) => `Escalate ${id}`,
      submit: 'Escalate',
      ask: {
        to: { label: 'Who shall decide?' },
        ask: { label: 'What do you need from them?', placeholder: 'May I order a replacement? 1,150 EUR.' },
        reason: { label: 'Why now?' },
      },
    },
    escalate_to_team: {
      title: (id) => `Escalate ${id}`,
      submit: 'Ask the team',
      ask: {
        group: { label: 'Which team, and for what?' },
        title: { label: 'Title' },
      },
    },
    return: {
      title: (id) => `Answer on ${id}`,
      submit: 'Answer & return',
      ask: { text: { label: 'Your decision', hint: 'Agents read this. The requester does not.' } },
    },
    withdraw: {
      title: (id) => `Withdraw ${id}`,
      submit: 'Withdraw',
      ask: { reason: { label: 'Why is it not needed any more?' } },
    },
    send_higher: {
      title: (id) => `${id} higher`,
      submit: 'Send higher',
      ask: {
        to: { label: 'Who shall decide instead?' },
        note: { label: 'What should they know?', hint: 'They and the agents read this. The requester does not.' },
      },
    },
    decline: {
      title: (id) => `Decline ${id}`,
      submit: 'Decline',
      ask: { reason: { label: 'Why not?', hint: 'Agents read this. The requester does not.' } },
    },
    resolve_internally: {
      title: (id) => `End ${id}`,
      submit: 'End it',
      ask: {
        reason: { label: 'Why does it end without an answer?' },
        duplicate_of: {
          label: 'Of which ticket is it a duplicate?',
          placeholder: 'T-1001',
          hint: 'Only for a duplicate. Its requester is told where the problem is being solved.',
        },
        note: { label: 'A note', hint: 'Only agents read this.' },
        sure: { label: 'Only for spam', hint: 'Spam leaves every list. A lead or an administrator can restore it.' },
      },
    },
    workaround: {
      title: (id) => `Workaround ${id}`,
      submit: 'Send',
      ask: {
        text: { label: 'How can it work for now?', hint: 'The requester reads this.' },
        issue: {
          label: 'Where is the cause looked for?',
          placeholder: 'T-1001, or a link',
          hint: 'Only agents read this.',
        },
      },
    },
    ...linking,
    ...maskingForms,
    ...answering,
    ...people,
    not_solved: {
      title: (id) => `${id} not solved`,
      submit: 'Open it again',
      ask: { text: { label: 'What is still wrong?' } },
    },
    rate: {
      title: (id) => `Rate ${id}`,
      submit: 'Rate',
      ask: { score: { label: 'How was it?' } },
    },
    ask_cancel: {
      title: (id) => `Cancel ${id}?`,
      submit: 'Ask',
      ask: {
        text: {
          label: 'Why should nothing more be done?',
          hint: 'The requester reads this, and can agree with one press.',
        },
      },
    },
    cancel: {
      title: (id) => `Cancel ${id}`,
      submit: 'Cancel it',
      ask: { agreement: { label: 'How was it agreed?', placeholder: 'Bao said so on the phone.' } },
    },
    delete: {
      title: (id) => `Delete ${id}`,
      submit: 'Delete',
      ask: { sure: { label: 'Nothing brings it back', hint: 'Only its number stays.' } },
    },
  },
  ...asked,
  assign: { title: (id) => `Assign ${id}`, submit: 'Assign' },
  still: (name) => `${name}, as now`,
  close: 'Close',
  files: { label: 'Files', hint: 'Pictures, logs: at most five at once.' },
  loading: 'One moment…',
  cancelYours: 'It is not needed any more? Then nothing more is done about it.',
  sureSpam: 'Yes, this is spam',
  readNow: { main: 'What agents and the requester read now:', internal: 'What only agents read now:' },
  sureRetract: 'They go from where they stand, and a line says so.',
  sureDelete: 'Yes, delete it',
  stars: ['Very unhappy', 'Unhappy', 'All right', 'Happy', 'Very happy'],
  pendKinds: {
    requester: 'The requester: we need something from him or her',
    dependency: 'Something else has to be done first',
    check: 'We are checking something ourselves',
  },
  step: (name, number) => (number === 1 ? `${name} (next in the chain)` : `${name} (step ${number})`),
  ticketOption: (id, title, state) => [id, title, state].filter(Boolean).join(' · '),
  noLinks: 'It has no links that could be taken away.',
  preview: 'They will see the ticket, your question, the last notes and the requester’s last words.',
  noChain: (group) =>
    `There is nobody left to escalate to: the chain of ${group} is empty. Please ask an administrator to fill it.`,
  noneAbove: 'Nobody stands above you in this chain. You can answer, take it over, or decline.',
  passed: 'Passed over:',
  gap: ({ step, who, why, until }) => {
    const name = who ?? steps[step];
    switch (why) {
      case 'nobody':
        return `${name}: there is nobody`;
      case 'requester':
        return `it is the request of ${name}`;
      case 'left':
        return `${name} has left`;
      case 'away':
        return until ? `${name} is away until ${until}` : `${name} is away`;
      case 'yourself':
        return `${name}: that is the one who asks`;
      case 'circle':
        return `${name}: their managers go round in a circle`;
      case 'not_begun':
        return `${name}: the rota has not begun yet`;
    }
  },
};
