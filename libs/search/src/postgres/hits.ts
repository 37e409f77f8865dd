import type { SearchHit } from '../port.js';
import { cutText, highlightPassage, highlightWhole, type CutText, type IsMarked } from '../text/highlight.js';
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
  plan: Plan,
  ranked: { id: string; score: number }[],
): Promise<SearchHit[]> {
  if (ranked.length === 0) return [];
  const { rows } = await sql.query<TextRow>(
    `SELECT id, title, summary, body FROM ${schema}.document WHERE version = $1 AND id = ANY($2)`,
    [version, ranked.map(({ id }) => id)],
  );
  const texts = new Map(
    rows.map(({ id, title, summary, body }) => [id, [title, summary, body].map(cutText)]),
  );
  const isMarked = await markerOf(sql, stemmer, plan, [...texts.values()].flat());
  return ranked.map(({ id, score }) => ({ id, score, highlights: highlightsOf(texts.get(id)!, isMarked) }));
}

function highlightsOf([title, summary, body]: CutText[], isMarked: IsMarked): SearchHit['highlights'] {
  const highlights: SearchHit['highlights'] = {};
  if (title?.text) highlights.title = highlightWhole(title, isMarked);
  if (summary?.text) highlights.summary = highlightPassage(summary, isMarked);
  if (body?.text) highlights.body = highlightPassage(body, isMarked);
  return highlights;
}

/** A word as written is marked when its stem is one of the plan's lexemes. */
async function markerOf(sql: Sql, stemmer: Stemmer, plan: Plan, texts: CutText[]): Promise<IsMarked> {
  const words = new Set<string>();
  for (const { tokens } of texts) for (const { kind, text } of tokens) if (kind !== 'run') words.add(text);
  const stems = await stemmer.stem(sql, words);
  const lexemes = new Set(lexemesOf(plan.groups));
  return (word) => lexemes.has(stems.get(word) ?? word);
}
