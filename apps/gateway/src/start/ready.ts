import { isDemo, loadConfig } from '@stx/platform';
import { DEMO_PASSWORD } from './demonstration.js';
import type { Exchange } from './exchange.js';

/** The one line scripts wait for, then where people sign in. */
export function printReady(exchange: Exchange): void {
  process.stdout.write(`STX ready at ${exchange.url}\n`);
  const signIn = `Sign in / 登录: ${exchange.url}/sign-in`;
  process.stdout.write(
    isDemo(loadConfig())
      ? `${signIn}  (demonstration password / 演示密码: ${DEMO_PASSWORD})\n`
      : `${signIn}\n`,
  );
}
