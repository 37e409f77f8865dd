import { DEMO_PASSWORD } from './demonstration.js';
import type { Exchange } from './exchange.js';

/** The one line scripts wait for, then where people sign in. */
export function printReady({ url, isDemo }: Exchange): void {
  process.stdout.write(`STX ready at ${url}\n`);
  const hint = isDemo ? `  (demonstration password / 演示密码: ${DEMO_PASSWORD})` : '';
  process.stdout.write(`Sign in / 登录: ${url}/sign-in${hint}\n`);
}
