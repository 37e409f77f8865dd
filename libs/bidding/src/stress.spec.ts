import { newId } from '@stx/platform';
import pg from 'pg';
import { BiddingExchange } from './testing/bidding-exchange.js';
const FIX = `CREATE OR REPLACE FUNCTION platform.wake_subscribers(source text, types text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DECLARE task text;
    BEGIN
      FOR task IN SELECT 'subscription:' || r.name FROM platform.subscription_route r WHERE r.source = $1 AND r.types && $2 LOOP
        IF (graphile_worker.add_job(task, '{}'::json, job_key := task, max_attempts := 1000)).id IS NULL THEN
          PERFORM graphile_worker.add_job(task, '{}'::json, max_attempts := 1000);
        END IF;
      END LOOP;
    END $$`;
it.each([['as is', ''], ['fixed', FIX]])('publish %s', async (name, sql) => {
  const exchange = await BiddingExchange.start();
  if (sql) { const c = new pg.Client({ connectionString: exchange.database.url }); await c.connect(); await c.query(sql); await c.end(); }
  const slow: any[] = [];
  const t0 = Date.now();
  for (let i = 0; i < 300; i++) {
    await Promise.all([0, 1, 2, 3].map(async () => { const t = Date.now(); try { await exchange.publish(newId()); } catch (e) { slow.push('FAILED'); } if (Date.now() - t > 900) slow.push([i, Date.now() - t]); }));
  }
  console.log(name, Date.now() - t0, slow.length, JSON.stringify(slow));
  await exchange.stop();
}, 300_000);
