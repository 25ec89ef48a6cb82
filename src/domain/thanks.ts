import { LANGUAGES, type Language } from './language.ts';

/** Words with which people say thank you and nothing else, in every language of the desk. */
const THANKS: Record<Language, RegExp> = {
  en: /(?:many |a lot of )?th?anks?(?: you| u)?(?: (?:so|very) much| a lot| again| all| everyone)?|thx|ty|cheers|much appreciated|appreciated|you(?:’|')?re the best/u,
  it: /(?:tante |mille )?grazie(?: mille| tante| ancora| a tutti| di tutto)?|ti ringrazio|vi ringrazio|gentilissim[aoie]/u,
};
/** What may stand beside a thank-you without asking for anything. */
const BESIDE: Record<Language, RegExp> = {
  en: /great|perfect|awesome|excellent|super|ok|okay|all good|it works(?: now)?|works(?: now)?|working(?: now)?|solved|fixed|that helped|you too|have a (?:nice|good) (?:day|one|weekend)|bye/u,
  it: /perfetto|ottimo|benissimo|va bene|ok|okay|ora funziona|funziona(?: ora| tutto)?|risolto|tutto (?:ok|a posto)|buona giornata|buon lavoro|ciao|a presto/u,
};
const words = LANGUAGES.map((language) => `${THANKS[language].source}|${BESIDE[language].source}`).join('|');
const ONLY = new RegExp(`^(?:(?:${words})\\s*)+$`, 'u');
const SOME = new RegExp(`(?:^|\\s)(?:${LANGUAGES.map((language) => THANKS[language].source).join('|')})(?:\\s|$)`, 'u');
const LONGEST = 120;

/** A thank-you and nothing else: no question, no "but", nothing that wants an answer. Emoji and names do not count. */
export function isThanks(text: string): boolean {
  if (text.length > LONGEST || /[?？]/u.test(text)) return false;
  const emoji = /🙏|:pray:|:\+1:|👍|:thumbsup:|❤/u.test(text);
  const said = text
    .toLowerCase()
    .replace(/<@[^>]*>|:[a-z0-9_+-]+:|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D/gu, ' ')
    .replace(/[.,;:!()~*_–-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said === '') return emoji;
  return ONLY.test(said) && (SOME.test(said) || emoji);
}
