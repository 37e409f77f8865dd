import { openLot, validateLot, serializeState, decide } from '@stx/auction-rules';
import { newId, systemViewer } from '@stx/platform';
import { decideBatch } from './bid/decide-batch.js';
import { toLine } from './chronicle/chronicle-line.js';
import { boardOf } from './lot/lot-board.js';
it('pure', () => {
  const v: any = validateLot({ id: 'L', format: 'ENGLISH_SOFT', opensAt: 1000, closesAt: 1e12, startPrice: '1000', increment: { type: 'FIXED', step: '1000' } });
  const ids = Array.from({ length: 16 }, newId);
  let state = openLot(v.lot, [{ id: 'x', role: 'system' }, ...ids.map((id, i) => ({ id, role: 'bidder' as const, code: `${i}A` }))]);
  let price = 0;
  const t: Record<string, number> = {};
  const time = <T>(k: string, f: () => T): T => { const s = performance.now(); const r = f(); t[k] = (t[k] ?? 0) + performance.now() - s; return r; };
  const N = 300;
  const cpu = process.cpuUsage();
  for (let b = 0; b < N; b++) {
    const asks = Array.from({ length: 64 }, (_, i) => ({ by: systemViewer, receivedAt: 2000 + b, command: { type: 'bid' as const, by: ids[i % 16]!, requestId: newId(), amount: String((price += 1000)) } }));
    const batch = time('decideBatch', () => decideBatch(state, asks, [], 'x'.repeat(64)));
    let st = state; time('decideOnly', () => { for (const a of asks) st = decide(st, a.command, a.receivedAt).state; });
    time('lines', () => { for (const e of batch.events) { const { seq, at, type, data } = e.line!; toLine({ n: seq, at, type, ...data } as any, 'x'.repeat(64)); } });
    time('json', () => [JSON.stringify(batch.events.map(({ event, line }) => ({ ...line, seq: event.seq, at: event.at, event, n: line?.seq }))), JSON.stringify(batch.answered), JSON.stringify(serializeState(batch.state, { replies: false })), boardOf(batch.state)]);
    state = batch.state;
  }
  const used = process.cpuUsage(cpu);
  console.log(Object.fromEntries(Object.entries(t).map(([k, ms]) => [k, (ms * 1000) / (N * 64) + ' us'])), (used.user + used.system) / 1000, 'ms cpu');
});
