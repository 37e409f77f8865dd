import { domains } from '@stx/gateway';
import {
  DomainDatabase,
  verifyJournal,
  domainDataSource,
  PLATFORM_OPTIONS,
  schemaOf,
  systemViewer,
  type PlatformOptions,
} from '@stx/platform';
import { LedgerCheck, SettlementModule } from '@stx/settlement';
import type { Command } from 'commander';
import { withExchange } from '../local-exchange.js';
import { EXIT, printJson, say } from '../output.js';

async function auditVerdicts() {
  return withExchange([], async (app) => {
    const { databaseUrl } = app.get<PlatformOptions>(PLATFORM_OPTIONS);
    const verdicts = [];
    for (const { name } of domains) {
      const source = await domainDataSource(databaseUrl, name, [], 1).initialize();
      verdicts.push(await verifyJournal(new DomainDatabase(schemaOf(name), source)));
      await source.destroy();
    }
    return verdicts;
  });
}

/** `stx audit verify` and `stx ledger check`: does what is stored prove itself? */
export function checkCommands(program: Command): void {
  program
    .command('audit')
    .description('audit log')
    .command('verify')
    .description('recompute the hash chain of every domain journal')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const verdicts = await auditVerdicts();
      if (json) printJson(verdicts);
      else
        for (const { domain, facts, brokenAt } of verdicts)
          say(`${domain}: ${facts} facts, ${brokenAt ? `broken at ${brokenAt}` : 'chain holds'}`);
      process.exitCode = verdicts.some(({ brokenAt }) => brokenAt !== null) ? EXIT.no : EXIT.done;
    });
  program
    .command('ledger')
    .description('money')
    .command('check')
    .description('every journal balanced, deposits in = held + applied + released + forfeited')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const check = await withExchange([SettlementModule], (app) =>
        app.get(LedgerCheck, { strict: false }).run(systemViewer),
      );
      if (json) printJson(check);
      else say(check.isBalanced ? `balanced: ${check.journals} journals` : 'NOT balanced');
      process.exitCode = check.isBalanced ? EXIT.done : EXIT.no;
    });
}
