import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '@stx/platform';
import type { Command } from 'commander';
import { exchangeChecks } from '../doctor/exchange-checks.js';
import type { Finding } from '../doctor/finding.js';
import { databaseChecks, disk, nodeVersion, secret } from '../doctor/installation-checks.js';
import { everyDomain, localDatabase, withExchange } from '../local-exchange.js';
import { EXIT, printJson, say, UsageError } from '../output.js';

const line = ({ verdict, name, found, todo }: Finding) =>
  `${verdict.padEnd(4)}  ${name.padEnd(12)}  ${found}${todo ? `  →  ${todo}` : ''}`;

/** Looks without changing anything; what needs a migrated database is left out where it is not. */
async function findings(): Promise<Finding[]> {
  const config = loadConfig();
  if (!config.STX_DATABASE_URL && !existsSync(join(config.STX_DATA_DIR, 'postgres')))
    throw new UsageError(`${config.STX_DATA_DIR}: no exchange here / 此处没有交易所`);
  const found = [nodeVersion(), await disk(config), secret(config)];
  const database = await localDatabase(config);
  try {
    found.push(...(await databaseChecks(database.url)));
  } finally {
    await database.stop();
  }
  const isMigrated = found.every(({ name, verdict }) => name !== 'migrations' || verdict === 'ok');
  if (isMigrated) found.push(...(await withExchange(everyDomain(), exchangeChecks)));
  return found;
}

/** `stx doctor`: the self-check of an installation. */
export function doctorCommands(program: Command): void {
  program
    .command('doctor')
    .description('is this installation well? exit 1 when a line says fail')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const found = await findings();
      if (json) printJson(found);
      else found.forEach((finding) => say(line(finding)));
      process.exitCode = found.some(({ verdict }) => verdict === 'fail') ? EXIT.no : EXIT.done;
    });
}
