import type { Pool, PoolClient } from 'pg';

export type Sql = Pick<Pool | PoolClient, 'query'>;

/** What the English dictionary can stem; everything else (digits, Greek, Cyrillic) stays as written. */
const STEMMABLE = /^[a-z]{3,}$/;
const CACHE_LIMIT = 300_000;

/**
 * English stems, computed by PostgreSQL's own snowball dictionary and remembered: a corpus of 58,000 documents has
 * about 120,000 different words, so almost every call is answered from memory.
 */
export class Stemmer {
  private readonly lexemes = new Map<string, string | null>();

  /**
   * The lexeme of each word (folded, without duplicates); null for an English stop word.
   * Words of one or two letters that are stop words ("it", "of") are known to the dictionary too.
   */
  async stem(sql: Sql, words: Iterable<string>): Promise<ReadonlyMap<string, string | null>> {
    const result = new Map<string, string | null>();
    const missing: string[] = [];
    for (const word of words) {
      const known = this.lexemes.get(word);
      if (known !== undefined) result.set(word, known);
      else if (STEMMABLE.test(word) || /^[a-z]{1,2}$/.test(word)) missing.push(word);
      else result.set(word, word);
    }
    if (missing.length === 0) return result;
    const { rows } = await sql.query<{ word: string; lexeme: string | null }>(
      `SELECT word, (ts_lexize('pg_catalog.english_stem', word))[1] AS lexeme FROM unnest($1::text[]) AS word`,
      [missing],
    );
    if (this.lexemes.size > CACHE_LIMIT) this.lexemes.clear();
    for (const { word, lexeme } of rows) {
      this.lexemes.set(word, lexeme);
      result.set(word, lexeme);
    }
    return result;
  }
}
