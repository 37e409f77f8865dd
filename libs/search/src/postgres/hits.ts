import type { SearchHit } from '../port.js';
import { highlightPassage, highlightWhole, type Marker } from '../text/highlight.js';
import { foldText } from '../text/fold.js';
import { tokenise } from '../text/tokens.js';
import { lexemesOf, type Plan } from './plan.js';
import type { Sql, Stemmer } from './stemmer.js';

interface TextRow {
  id: string;
  title: string;
  summary: string;
  body: string;
}

/** Loads the texts of a page and marks the words of the plan in them. Keeps the order of `ranked`. */
export async function loadHits(
  sql: Sql,
  schema: string,
  version: number,
  stemmer: Stemmer,
  plan: Plan | null,
  ranked: { id: string; score: number }[],
): Promise<SearchHit[]> {
  if (ranked.length === 0) return [];
  const { rows } = await sql.query<TextRow>(
    `SELECT id, title, summary, body FROM ${schema}.document WHERE version = $1 AND id = ANY($2)`,
    [version, ranked.map(({ id }) => id)],
  );
  const marker = await markerOf(sql, stemmer, plan, rows);
  const texts = new Map(rows.map((row) => [row.id, row]));
  return ranked.map(({ id, score }) => ({ id, score, highlights: highlightsOf(texts.get(id)!, marker) }));
}

function highlightsOf(row: TextRow, marker: Marker): SearchHit['highlights'] {
  const highlights: SearchHit['highlights'] = {};
  if (row.title) highlights.title = highlightWhole(row.title, marker);
  if (row.summary) highlights.summary = highlightPassage(row.summary, marker);
  if (row.body) highlights.body = highlightPassage(row.body, marker);
  return highlights;
}

/** A word as written is marked when its stem is one of the plan's lexemes. */
async function markerOf(sql: Sql, stemmer: Stemmer, plan: Plan | null, rows: TextRow[]): Promise<Marker> {
  if (!plan) return { isMarked: () => false };
  const words = new Set<string>();
  for (const text of rows.flatMap(({ title, summary, body }) => [title, summary, body])) {
    for (const { kind, text: word } of tokenise(foldText(text))) if (kind !== 'run') words.add(word);
  }
  const stems = await stemmer.stem(sql, words);
  const lexemes = new Set(lexemesOf(plan.groups));
  return { isMarked: (word) => lexemes.has(stems.get(word) ?? word) };
}
