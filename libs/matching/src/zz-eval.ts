import { Pool } from 'pg';
import { PostgresSearchEngine, searchMigrations, evaluate } from '@stx/search';
import { demandQuery } from './rank/match-input.js';
const pool = new Pool({ connectionString: process.env.PGURL, max: 4 });
const schema = 'search_mt_eval';
await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
for (const { up } of searchMigrations(schema)) await pool.query(up);
const engine = new PostgresSearchEngine({ pool, schema });
const d = '/work/shared/data/eval/match-en-sbir/';
const n = null;
console.log(JSON.stringify(await evaluate({ engine, corpus: d + 'corpus.ndjson.gz', queries: d + 'queries-dev.ndjson', qrels: d + 'qrels-dev.tsv',
  toQuery: (r: any) => demandQuery({ titleZh: n, titleEn: r.title, problemZh: n, problemEn: r.description, targetZh: n, targetEn: n }) })));
await pool.query(`DROP SCHEMA ${schema} CASCADE`);
await pool.end();
