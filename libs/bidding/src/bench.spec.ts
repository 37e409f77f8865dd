import { newId, systemViewer } from '@stx/platform';
import { LotDesk } from './bid/lot-desk.js';
import { BiddingExchange } from './testing/bidding-exchange.js';
it('bench', async () => {
  const exchange = await BiddingExchange.start();
  const lot = await exchange.live(16, { lastsMs: 600_000 });
  const ids = (await exchange.db.query<any>('select id from bidder_registration where lot_id=$1', [lot.id])).map((r) => r.id);
  const desk = exchange.process.get(LotDesk);
  const q = exchange.db.query.bind(exchange.db); const spent: Record<string, [number, number]> = {};
  (exchange.db as any).query = async (sql: string, p: any) => { const t = performance.now(); try { return await q(sql, p); } finally { const k = sql.trim().slice(0, 30); const e = (spent[k] ??= [0, 0]); e[0] += performance.now() - t; e[1]++; } };
  const ds: any = exchange.db.dataSource; const tx = ds.transaction.bind(ds); let inTx = 0, inWork = 0; ds.transaction = async (w: any) => { const t = performance.now(); try { return await tx(async (m: any) => { const t2 = performance.now(); try { return await w(m); } finally { inWork += performance.now() - t2; } }); } finally { inTx += performance.now() - t; } };
  const { CommitBatch } = await import('./bid/commit-batch.js');
  const cb: any = exchange.process.get(CommitBatch); const run = cb.run.bind(cb); let inRun = 0, runs = 0; cb.run = async (...a: any[]) => { const t = performance.now(); try { return await run(...a); } finally { inRun += performance.now() - t; runs++; } };
  let price = 99_000, accepted = 0, total = 0; const lat: number[] = [];
  const end = Date.now() + 4000;
  await Promise.all(Array.from({ length: 64 }, async (_, i) => {
    while (Date.now() < end) {
      const t = performance.now();
      const r: any = await desk.submit(lot.id, { type: 'bid', by: ids[i % 16], requestId: newId(), amount: String((price += 1000)) }, systemViewer);
      lat.push(performance.now() - t); total++; if (r.accepted) accepted++;
    }
  }));
  lat.sort((a, b) => a - b);
  const [{ bytes }] = await exchange.db.query<any>('select length(engine_state::text) bytes from lot where id=$1', [lot.id]);
  console.log({ spent, inTx, inWork, inRun, runs, perSecond: total / 4, accepted, p50: lat[lat.length >> 1], p99: lat[Math.floor(lat.length * 0.99)], bytes });
  await exchange.stop();
}, 60_000);
