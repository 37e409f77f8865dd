import { createHash } from 'node:crypto';
import type { HighlightSegment, IndexDefinition, SearchDocument } from '../port.js';

/** A document as Meilisearch holds it. */
export interface SearchRecord extends Record<string, unknown> {
  /** Meilisearch allows few characters in keys and folds case when it sorts strings: a hash has neither problem. */
  key: string;
  id: string;
  title: string;
  keywords: string;
  summary: string;
  body: string;
  facets: Record<string, string[]>;
  numbers: Record<string, number>;
  publishedAt: number;
}

export const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 40);

/** Private-use characters stand around marked words; texts are kept free of them. */
export const MARK_START = '\ue000';
export const MARK_END = '\ue001';
const OWN_SIGNS = /[\ue000-\ue003]/g;
const INDEXED_CHARACTERS = 50_000;

/** Meilisearch's filter language cannot express every backslash and quote, so facet values carry stand-ins. */
export const encodeValue = (value: string): string =>
  value.replaceAll('\\', '\ue002').replaceAll('"', '\ue003');
export const decodeValue = (value: string): string =>
  value.replaceAll('\ue002', '\\').replaceAll('\ue003', '"');

export function toRecord(index: IndexDefinition, doc: SearchDocument): SearchRecord {
  const text = (value: string | undefined): string =>
    (value ?? '').slice(0, INDEXED_CHARACTERS).toWellFormed().replace(OWN_SIGNS, '');
  const facets = index.facets.map((name) => [name, (doc.facets[name] ?? []).map(encodeValue)] as const);
  return {
    key: keyOf(doc.id),
    id: doc.id,
    title: text(doc.texts.title),
    keywords: text(doc.texts.keywords),
    summary: text(doc.texts.summary),
    body: text(doc.texts.body),
    facets: Object.fromEntries(facets),
    numbers: doc.numbers,
    publishedAt: doc.publishedAt,
  };
}

/** Turns a text with marks into segments. */
export function toSegments(formatted: string): HighlightSegment[] {
  const segments: HighlightSegment[] = [];
  for (const [position, piece] of formatted.split(MARK_START).entries()) {
    const [marked, rest] = position === 0 ? ['', piece] : splitAt(piece);
    if (marked) segments.push({ text: marked, mark: true });
    if (rest) segments.push({ text: rest, mark: false });
  }
  return segments;
}

function splitAt(piece: string): [marked: string, rest: string] {
  const end = piece.indexOf(MARK_END);
  return end < 0 ? [piece, ''] : [piece.slice(0, end), piece.slice(end + MARK_END.length)];
}
