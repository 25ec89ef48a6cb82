const key = 'local-slack-emoji';
const most = 18;
const usual = ['+1', 'white_check_mark', 'eyes', 'raised_hands', 'tada', 'heart', 'joy', 'pray', 'fire'];

type Kept = { recent: string[]; tone: string };

function kept(): Kept {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
    return { recent: found.recent ?? [], tone: found.tone ?? '' };
  } catch {
    return { recent: [], tone: '' };
  }
}

/** What this browser picked lately, the latest first; filled up with what people pick most. */
export function recentEmoji(): string[] {
  return [...new Set([...kept().recent, ...usual])].slice(0, most);
}

export function rememberEmoji(name: string): void {
  const { recent, tone } = kept();
  localStorage.setItem(key, JSON.stringify({ recent: [...new Set([name, ...recent])].slice(0, most), tone }));
}

/** The skin tone that one has chosen: '' or '2' to '6'. */
export function chosenTone(): string {
  return kept().tone;
}

export function chooseTone(tone: string): void {
  localStorage.setItem(key, JSON.stringify({ ...kept(), tone }));
}
