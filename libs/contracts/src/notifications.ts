type Language = 'zh-CN' | 'en';

/** One thing told in a letter. Sentences are finished, in one language; `path` is an address of the exchange. */
export type LetterPart = {
  language: Language;
  heading: string;
  lines: string[];
  link: { label: string; path: string };
};

/**
 * Journal `notifications`. Subject: the person to whom the letter goes; identity knows the address. Holds what the
 * person may see and nothing hidden: no reserve, maximum or sealed amount, no other bidder.
 */
export type LetterWritten = {
  letterId: string;
  kind: string;
  isMandatory: boolean;
  subject: string;
  parts: LetterPart[];
};

/** Subject: the lot. Its opening is `minutes` away. Times are milliseconds since the epoch. */
export type LotOpeningNear = { ref: string; minutes: number; opensAt: number };

/** Subject: none, a fresh id. A journal's hash chain does not hold from fact `brokenAt` on. */
export type JournalCheckFailed = { journal: string; brokenAt: number };

/** In the journal of any domain. Subject: the fact that a subscriber could not handle. */
export type FactParked = { subscription: string; source: string; position: number };
