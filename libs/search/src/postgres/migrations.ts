/** One step of the schema. The platform runs `up` once, in the order of the list, each in a transaction. */
export interface SearchMigration {
  name: string;
  up: string;
  down: string;
}

export const DEFAULT_SCHEMA = 'search';

/** The schema as an SQL identifier. Throws on anything but a plain lower-case name. */
export function schemaIdentifier(schema: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`not a schema name: ${schema}`);
  return `"${schema}"`;
}

/**
 * The tables of the PostgreSQL engine.
 *
 * - `index`: one row per index; `live` is the version that queries read, `building` the one a rebuild fills.
 * - `version`: one content of an index with the sums that BM25 needs.
 * - `document`: one row per version and id. `words` holds each lexeme once, its position = 8 × weighted frequency. Each lexeme begins
 *   with the version, so all indexes share one GIN index without sharing a posting list.
 * - `facet_set`: each combination of facet values that occurs; grouping by its id counts all facets in one pass.
 * - `term`: in how many documents a lexeme (or ^title lexeme, or =facet value) occurs.
 * - `word`: words as written, with their lexeme, of all indexes; completes the word being typed and mends typing errors.
 * - `tombstone`: ids deleted while a version is being built, so that the rebuild does not bring them back.
 */
export function searchMigrations(schema: string = DEFAULT_SCHEMA): SearchMigration[] {
  const s = schemaIdentifier(schema);
  return [
    {
      name: '001-search-tables',
      up: `
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA IF NOT EXISTS ${s};

CREATE TABLE ${s}.version (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  documents integer NOT NULL DEFAULT 0,
  total_length double precision NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ${s}.index (
  name text PRIMARY KEY,
  definition jsonb NOT NULL,
  live integer NOT NULL REFERENCES ${s}.version,
  building integer REFERENCES ${s}.version
);

CREATE TABLE ${s}.facet_set (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version integer NOT NULL REFERENCES ${s}.version,
  key text NOT NULL,
  pairs jsonb NOT NULL,
  UNIQUE (version, key)
);

CREATE TABLE ${s}.document (
  version integer NOT NULL REFERENCES ${s}.version,
  id text COLLATE "C" NOT NULL,
  facet_set integer NOT NULL,
  published_at bigint NOT NULL,
  length real NOT NULL,
  numbers jsonb NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (version, id)
) WITH (toast_tuple_target = 256, autovacuum_vacuum_scale_factor = 0.05);
-- Out of line and not compressed: counting reads many narrow rows, ranking fetches few vectors and must not unpack them.
ALTER TABLE ${s}.document ALTER COLUMN words SET STORAGE EXTERNAL;
CREATE INDEX document_words ON ${s}.document USING gin (words);
CREATE INDEX document_newest ON ${s}.document (version, published_at DESC, id);
CREATE INDEX document_facet_set ON ${s}.document (version, facet_set);

CREATE TABLE ${s}.term (
  version integer NOT NULL REFERENCES ${s}.version,
  term text COLLATE "C" NOT NULL,
  df integer NOT NULL,
  PRIMARY KEY (version, term)
) WITH (fillfactor = 60);

CREATE TABLE ${s}.word (
  word text COLLATE "C" PRIMARY KEY,
  lexeme text COLLATE "C" NOT NULL
);
CREATE INDEX word_trigrams ON ${s}.word USING gin (word gin_trgm_ops);

CREATE TABLE ${s}.tombstone (
  version integer NOT NULL REFERENCES ${s}.version,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (version, id)
);
`,
      down: `
DROP TABLE ${s}.tombstone, ${s}.word, ${s}.term, ${s}.document, ${s}.facet_set, ${s}.index, ${s}.version;
DROP SCHEMA ${s};
`,
    },
  ];
}
