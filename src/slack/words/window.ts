/** What a ticket's window says of who asks and of who decides. Names and dates come ready. */
export type WindowWords = {
  customer: {
    facts: Record<'title' | 'email' | 'phone' | 'here' | 'language' | 'manager' | 'mood', string>;
    noManager: string;
    guest: string;
    left: string;
    /** `average` of five; the stars and the ticket of the last rating. */
    mood(average: string, count: number, last: string, id: string): string;
    open(count: number): string;
    answers: string;
    noAnswers: string;
  };
  escalations: {
    chain(group: string): string;
    nobody: string;
    isAsked: string;
    wasAsked(at: string): string;
    none: string;
    teams: string;
    next: {
      first(who: string | null): string;
      team(group: string, id: string): string;
      ended(who: string): string;
      seen(who: string, at: string | null): string;
      again(who: string, at: string): string;
      higher(who: string, at: string, next: string | null): string;
    };
  };
  facts: Record<'language' | 'private' | 'answered' | 'solved' | 'reopened' | 'rated' | 'masked', string>;
  yes: string;
};
