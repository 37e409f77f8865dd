import { startIdentity } from '../spec-identity.js';
import { SweepExpired } from './sweep-expired.js';

it('deletes sessions that have ended and nothing that is in use', async () => {
  const exchange = await startIdentity();
  const sweep = exchange.get(SweepExpired);
  const { email, id } = await exchange.person();
  const [used, idle] = [await exchange.cookieOf(email), await exchange.cookieOf(email)];
  exchange.pass(20);
  expect((await exchange.signIn.viewerOf({ cookie: used }, 'en')).personId).toBe(id);
  expect(await sweep.run()).toBe(0);
  exchange.pass(15);
  expect(await sweep.run()).toBe(1);
  expect((await exchange.signIn.accessOf({ cookie: idle }, 'en')).by).toBe('invalid');
  expect((await exchange.signIn.viewerOf({ cookie: used }, 'en')).personId).toBe(id);
  await exchange.stop();
}, 60_000);
