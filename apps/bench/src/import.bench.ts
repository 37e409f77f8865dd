import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AchievementsModule, ImportAchievements } from '@stx/achievements';
import { allSchemas, migrateDatabase } from '@stx/gateway';
import { EdgeModule } from '@stx/installation';
import {
  loadConfig,
  nestLog,
  newId,
  PlatformModule,
  startEmbeddedPostgres,
  systemViewer,
} from '@stx/platform';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { inTurns, type BenchReport } from './rounds.js';

const ROWS = 5_000;
const SENTENCE =
  'A coating of layered oxide keeps the blade free of ice at minus thirty degrees without heating. ';

function* rows(round: string) {
  for (let row = 1; row <= ROWS; row++) {
    const values = {
      id: `bench:${round}-${row}`,
      lang: 'en',
      kind: 'patent',
      title: `Method ${row} for coating blades ${round}`,
      abstract: SENTENCE.repeat(8),
      category: 'materials and coatings',
      patent_no: String(6_000_000 + row),
      keywords: ['coating', 'ice'],
    };
    yield { row, values };
  }
}

async function* stream(round: string) {
  yield* rows(round);
}

/** Achievements a second through the product's import, against bare multi-row INSERTs of the same text. */
export async function importAchievements(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'stx-bench-'));
  const postgres = await startEmbeddedPostgres(folder);
  await migrateDatabase(postgres.url, allSchemas);
  class BenchModule {}
  const options = {
    config: loadConfig({ STX_DATA_DIR: folder }),
    databaseUrl: postgres.url,
    secret: '',
    isDemo: false,
    runsJobs: false,
  };
  const app = await NestFactory.createApplicationContext(
    { module: BenchModule, imports: [PlatformModule.with(options), EdgeModule, AchievementsModule] },
    { logger: nestLog },
  );
  const bare = new pg.Client({ connectionString: postgres.url });
  await bare.connect();
  await bare.query('CREATE TABLE bare_row (id text PRIMARY KEY, title text, abstract text, rest jsonb)');

  const organizationId = newId();
  let peak = 0;
  const product = async () => {
    const started = performance.now();
    const by = { ...systemViewer, organizationId };
    const result = await app
      .get(ImportAchievements, { strict: false })
      .run({ organizationId, by, rows: stream(newId()), dryRun: false });
    if (result.created !== ROWS) throw new Error(`created ${result.created} of ${ROWS}`);
    peak = Math.max(peak, process.memoryUsage().rss);
    return ROWS / ((performance.now() - started) / 1000);
  };
  const baseline = async () => {
    const started = performance.now();
    const all = [...rows(newId())].map(({ values }) => values);
    for (let i = 0; i < all.length; i += 500) {
      await bare.query(
        `INSERT INTO bare_row SELECT id, title, abstract, to_jsonb(r) FROM jsonb_to_recordset($1::jsonb)
           AS r(id text, title text, abstract text, category text, keywords jsonb)`,
        [JSON.stringify(all.slice(i, i + 500))],
      );
    }
    return ROWS / ((performance.now() - started) / 1000);
  };
  const report = await inTurns('import', 'achievements/s', { product, baseline });
  await bare.end();
  await app.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  return { ...report, notes: { rows: ROWS, 'peak MB': Math.round(peak / 1e6) } };
}
