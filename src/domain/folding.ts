const MARKS = /[\u0300-\u036f]+/g;
/** Letters that Unicode does not take apart. */
const APART: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const WHOLE = /[đðøłħıßæœþ]/g;

/** Words as they are compared everywhere, whoever types them: "perche" is "PERCHÉ", and "Dang" is "Đặng". */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(MARKS, '')
    .normalize('NFKC')
    .replaceAll(WHOLE, (letter) => APART[letter] ?? letter);
