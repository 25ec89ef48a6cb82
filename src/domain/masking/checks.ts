/** The check digits of numbers that belong to people: what does not add up is no such number. */

/** ISO/IEC 7812: the sum of a payment card's digits. */
export function isCard(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, place) => {
      const twice = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}

/** How long an account number is in each country (SWIFT, IBAN registry). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 ' +
    'LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 ' +
    'QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** ISO 13616: the rest of a division by 97. Given without spaces. */
export function isIban(typed: string): boolean {
  const iban = typed.toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || iban.length !== IBAN_LENGTHS.get(iban.slice(0, 2))) return false;
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** What a sign counts on an odd place of a codice fiscale (D.M. 12/03/1974), by the value of the sign. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const valueOf = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65);

/** Its sixteenth letter is made of the fifteen before it. */
export function isCodiceFiscale(typed: string): boolean {
  const code = typed.toUpperCase();
  if (!/^[A-Z]{6}[\dLMNP-V]{2}[ABCDEHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/.test(code)) return false;
  const sum = code
    .slice(0, 15)
    .split('')
    .reduce((total, sign, place) => total + (place % 2 === 0 ? (ODD[valueOf(sign)] ?? 0) : valueOf(sign)), 0);
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

/** The provinces of Vietnam as its identity cards name them (Circular 07/2016/TT-BCA). */
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);

/** A Vietnamese identity number has no check digit: a province, a sex of a century of now, a year, six digits. */
export const isCccd = (digits: string): boolean =>
  /^\d{3}[0-3]\d{8}$/.test(digits) && PROVINCES.has(digits.slice(0, 3));

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
/** Since October 2020 the last digits are drawn by lot and check nothing. */
const BY_LOT = 202_010;

/** A Korean resident registration number: a day that exists, and a check digit where there is one. */
export function isRrn(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  const [year, month, day, sex] = [
    [0, 2],
    [2, 4],
    [4, 6],
    [6, 7],
  ].map(([from, to]) => Number(digits.slice(from, to)));
  if (year === undefined || month === undefined || day === undefined || sex === undefined) return false;
  const century = sex === 9 || sex === 0 ? 1800 : [3, 4, 7, 8].includes(sex) ? 2000 : 1900;
  const born = new Date(Date.UTC(century + year, month - 1, day));
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  if ((century + year) * 100 + month >= BY_LOT) return true;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const foreign = sex >= 5 && sex <= 8;
  return ((foreign ? 13 : 11) - (sum % 11)) % 10 === Number(digits[12]);
}
