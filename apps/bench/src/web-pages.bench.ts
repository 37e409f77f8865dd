import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startExchange } from '@stx/gateway';
import { loadConfig } from '@stx/platform';
import autocannon from 'autocannon';
import { inTurns, SECONDS, type BenchReport } from './rounds.js';

const CONNECTIONS = 8;

/**
 * The list page with 24 real rows, rendered by the product, against the same bytes from a bare HTTP server. Who asks is a
 * thread of its own: in the product's thread it would wait for itself.
 */
export async function webPages(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'stx-bench-'));
  const exchange = await startExchange(
    loadConfig({ STX_PORT: '0', STX_DATA_DIR: folder, STX_DEMO: 'on', STX_LOG_LEVEL: 'error' }),
  );
  const page = `${exchange.url}/achievements`;
  let html = '';
  while ((html.match(/<article/g) ?? []).length < 24) html = await (await fetch(page)).text();
  const bare = createServer((_, response) => response.end(html)).listen(0, '127.0.0.1');
  await new Promise((done) => bare.once('listening', done));
  const { port } = bare.address() as { port: number };

  const p95: number[] = [];
  const load = async (url: string, note?: number[]) => {
    const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, workers: 1 });
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were not pages`);
    note?.push(result.latency.p97_5);
    return result.requests.average;
  };
  const report = await inTurns('web-pages', 'pages/s', {
    product: () => load(page, p95),
    baseline: () => load(`http://127.0.0.1:${port}/`),
  });
  bare.close();
  await exchange.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    ...report,
    notes: { 'p97.5 ms, worst round': Math.max(...p95), bytes: html.length, connections: CONNECTIONS },
  };
}
