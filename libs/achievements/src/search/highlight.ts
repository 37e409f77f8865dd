import type { Language } from '@stx/platform';
import type { HighlightSegment, SearchHit } from '@stx/search';
import type { AchievementEntity } from '../achievement/achievement.entity.js';
import { LANGUAGE_BREAK } from './achievement-document.js';

/** Characters of an abstract that stand in where nothing is marked. */
const EXCERPT = 240;

type Texts = [zh: string | null, en: string | null];

const inLanguage = ([zh, en]: Texts, language: Language): string | null =>
  language === 'en' ? (en ?? zh) : (zh ?? en);

const plain = (text: string): HighlightSegment[] => {
  const shown = [...text].slice(0, EXCERPT).join('');
  return [{ text: shown.length < text.length ? `${shown}…` : text, mark: false }];
};

/** Cuts a field that holds both languages at the break. */
function partsOf(segments: HighlightSegment[]): HighlightSegment[][] {
  const parts: HighlightSegment[][] = [[]];
  for (const { text, mark } of segments) {
    text.split(LANGUAGE_BREAK).forEach((piece, i) => {
      if (i > 0) parts.push([]);
      if (piece !== '') parts.at(-1)!.push({ text: piece, mark });
    });
  }
  return parts;
}

/** The engine marks both languages of a field at once; the person reads one of them. */
function read(
  segments: HighlightSegment[] | undefined,
  texts: Texts,
  language: Language,
): HighlightSegment[] {
  const wanted = inLanguage(texts, language);
  if (!wanted) return [];
  const isWanted = (part: HighlightSegment[]) => {
    const joined = part.map(({ text }) => text).join('');
    return joined.length > 1 && wanted.includes(joined.replace(/^…|…$/g, ''));
  };
  const parts = partsOf(segments ?? []).filter(isWanted);
  return parts.find((part) => part.some(({ mark }) => mark)) ?? parts[0] ?? plain(wanted);
}

/** Title and summary as the viewer reads them, what was looked for marked; the abstract stands in for a summary. */
export function highlightsOf(
  achievement: AchievementEntity,
  language: Language,
  highlights: SearchHit['highlights'] = {},
) {
  const { titleZh, titleEn, summaryZh, summaryEn, abstractZh, abstractEn } = achievement;
  const summary = read(highlights.summary, [summaryZh, summaryEn], language);
  return {
    titleHighlight: read(highlights.title, [titleZh, titleEn], language),
    summaryHighlight:
      summary.length > 0 ? summary : read(highlights.body, [abstractZh, abstractEn], language),
  };
}
