import { systemViewer } from '@stx/platform';
import { LedgerCheck, SettlementModule } from '@stx/settlement';
import type { Command } from 'commander';
import { journalVerdicts } from '../journal-verdicts.js';
import { withExchange } from '../local-exchange.js';
import { EXIT, printJson, say } from '../output.js';

/** `stx audit verify` and `stx ledger check`: does what is stored prove itself? */
export function checkCommands(program: Command): void {
  program
    .command('audit')
    .description('audit log')
    .command('verify')
    .description('recompute the hash chain of every domain journal')
    .option('--json', 'one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const verdicts = await withExchange([], journalVerdicts);
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
