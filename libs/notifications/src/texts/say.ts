import { formatDateMinute, formatMoney, VENUE_ZONE, type Language } from '@stx/format';
import type { Kind } from '../notification/kinds.js';
import type { ToldData } from '../notification/told.js';
import { lotTexts } from './lot-texts.js';
import { peopleTexts } from './people-texts.js';
import { WHY, type Bilingual, type KindText } from './text.js';
import { inWords } from './words.js';

const TEXTS: Record<Kind, KindText> = { ...peopleTexts, ...lotTexts };
const LANGUAGES = [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const;

export interface Said {
  what: Bilingual;
  toDo: Bilingual | null;
  why: Bilingual;
}

/** What a notification says, in both languages. */
export function say(kind: Kind, data: ToldData): Said {
  const { what, toDo, seller, why } = TEXTS[kind];
  const isSeller = data.as === 'SELLER';
  const action = isSeller && seller?.toDo !== undefined ? seller.toDo : (toDo ?? null);
  return {
    what: filled((isSeller && seller?.what) || what, data),
    toDo: action && filled(action, data),
    why: WHY[isSeller ? 'SELLER' : why],
  };
}

export const nameOf = (kind: Kind): Bilingual => TEXTS[kind].name;

function filled(template: Bilingual, data: ToldData): Bilingual {
  const [zh, en] = LANGUAGES.map(([key, language]) =>
    template[key].replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, data, language)),
  );
  return { zh: zh!, en: en! };
}

function valueOf(name: string, data: ToldData, language: Language): string {
  const { amount, currency, at } = data;
  if (name === 'amount') return formatMoney({ amount: amount!, currency: currency! }, language);
  if (name === 'at') return `${formatDateMinute(at!, language)} ${VENUE_ZONE}`;
  const value = data[name as keyof ToldData];
  if (typeof value === 'number') return String(value);
  return inWords(value ?? '–')[language === 'en' ? 'en' : 'zh'];
}
