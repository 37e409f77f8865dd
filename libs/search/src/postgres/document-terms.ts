import type { IndexDefinition, SearchDocument, TextField } from '../port.js';
import { TEXT_FIELDS } from '../port.js';
import { characterPairs, cutForSearch } from '../text/chinese.js';
import { foldText } from '../text/fold.js';
import { tokenise, type Token } from '../text/tokens.js';
import {
  EVERY_DOCUMENT,
  facetLexeme,
  frequencyToPosition,
  quoteLexeme,
  titleLexeme,
  versioned,
} from './lexemes.js';

export const DEFAULT_WEIGHTS: Record<TextField, number> = {
  title: 2,
  keywords: 1.5,
  summary: 1,
  body: 1,
};
const INDEXED_CHARACTERS = 50_000;

export interface CutDocument {
  doc: SearchDocument;
  fields: { field: TextField; tokens: Token[] }[];
}

export interface DocumentTerms {
  /** Weighted frequency by text lexeme. */
  frequencies: Map<string, number>;
  /** Lexemes without a frequency: title words, facet values. */
  marks: Set<string>;
  /** Weighted number of words. */
  length: number;
}

export function cutDocument(doc: SearchDocument): CutDocument {
  const fields = TEXT_FIELDS.flatMap((field) => {
    const text = doc.texts[field];
    return text ? [{ field, tokens: tokenise(foldText(text.slice(0, INDEXED_CHARACTERS))) }] : [];
  });
  return { doc, fields };
}

export function* wordsOf(cut: CutDocument): Iterable<string> {
  for (const { tokens } of cut.fields) {
    for (const token of tokens) if (token.kind === 'word' || token.kind === 'joined') yield token.text;
  }
}

/** Counts a document's words. `lexemes`: the stem of each of `wordsOf`, null for stop words. */
export function documentTerms(
  { doc, fields }: CutDocument,
  index: IndexDefinition,
  lexemes: ReadonlyMap<string, string | null>,
): DocumentTerms {
  const terms: DocumentTerms = { frequencies: new Map(), marks: new Set([EVERY_DOCUMENT]), length: 0 };
  for (const { field, tokens } of fields) {
    const weight = index.weights?.[field] ?? DEFAULT_WEIGHTS[field];
    const prominent = field === 'title' || field === 'keywords';
    const add = (lexeme: string, counted: boolean): void => {
      terms.frequencies.set(lexeme, (terms.frequencies.get(lexeme) ?? 0) + weight);
      if (counted) terms.length += weight;
      if (prominent) terms.marks.add(titleLexeme(lexeme));
    };
    for (const token of tokens) addToken(token, prominent, lexemes, add);
  }
  for (const facet of index.facets) {
    for (const value of doc.facets[facet] ?? []) terms.marks.add(facetLexeme(facet, value));
  }
  return terms;
}

function addToken(
  token: Token,
  prominent: boolean,
  lexemes: ReadonlyMap<string, string | null>,
  add: (lexeme: string, counted: boolean) => void,
): void {
  if (token.kind === 'number') return add(token.text, true);
  if (token.kind === 'run') {
    for (const pair of characterPairs(token.text)) add(pair.text, true);
    // Words of two characters are pairs already.
    for (const word of cutForSearch(token.text)) if (word.length > 2) add(word, false);
    return;
  }
  const lexeme = lexemes.get(token.text);
  // Stop words of titles stay findable by themselves ("IT", "Who"); elsewhere they would only cost space.
  if (lexeme === null || lexeme === undefined) {
    if (prominent) add(token.text, false);
    return;
  }
  add(lexeme, token.kind === 'word');
}

/** The text form of the document's tsvector. */
export function vectorText(version: number, terms: DocumentTerms): string {
  const parts: string[] = [];
  for (const [lexeme, frequency] of terms.frequencies) {
    parts.push(`${quoteLexeme(versioned(version, lexeme))}:${frequencyToPosition(frequency)}`);
  }
  for (const mark of terms.marks) parts.push(quoteLexeme(versioned(version, mark)));
  return parts.join(' ');
}
