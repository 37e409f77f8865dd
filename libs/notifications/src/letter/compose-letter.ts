import { formatDeadline, type Language } from '@stx/format';
import type { LetterPart, LetterWritten } from '@stx/contracts';
import { isMandatory, type Kind } from '../notification/kinds.js';
import type { ToldData } from '../notification/told.js';
import { nameOf, say } from '../texts/say.js';
import type { Bilingual } from '../texts/text.js';

/** A notification as the writer reads it. */
export interface LetterItem {
  kind: Kind;
  ref: string | null;
  titleZh: string | null;
  titleEn: string | null;
  data: ToldData;
  path: string;
  dueAt: Date | null;
}

const OPEN: Bilingual = { zh: '查看', en: 'Open' };
const DIGEST: Bilingual = { zh: '通知摘要', en: 'Digest of notifications' };
const keyOf = (language: Language) => (language === 'en' ? 'en' : 'zh');

/** @param language null writes every part in both. @param items one, or all of a digest */
export function composeLetter(
  letterId: string,
  language: Language | null,
  items: LetterItem[],
  now: Date,
): LetterWritten {
  const languages: Language[] = language ? [language] : ['zh-CN', 'en'];
  const [first] = items;
  const subjectIn = (chosen: Language) =>
    items.length > 1 ? `${DIGEST[keyOf(chosen)]} (${items.length})` : headingOf(first!, chosen);
  return {
    letterId,
    kind: first!.kind,
    isMandatory: isMandatory(first!.kind),
    subject: languages.map(subjectIn).join(' · '),
    parts: languages.flatMap((chosen) => items.map((item) => partOf(item, chosen, now))),
  };
}

const headingOf = ({ kind, ref }: LetterItem, language: Language) =>
  `${nameOf(kind)[keyOf(language)]}${ref ? ` ${ref}` : ''}`;

function partOf(item: LetterItem, language: Language, now: Date): LetterPart {
  const { kind, data, titleZh, titleEn, dueAt, path } = item;
  const key = keyOf(language);
  const said = say(kind, data);
  const title = language === 'en' ? (titleEn ?? titleZh) : (titleZh ?? titleEn);
  const lines = [title, said.what[key], said.toDo?.[key], dueAt && formatDeadline(dueAt, now, language)];
  return {
    language,
    heading: headingOf(item, language),
    lines: [...lines.filter((line) => typeof line === 'string'), said.why[key]],
    link: { label: OPEN[key], path: language === 'en' ? `/en${path}` : path },
  };
}
