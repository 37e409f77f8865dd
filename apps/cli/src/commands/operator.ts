import { AppointOperator, IdentityModule, isCreditCode } from '@stx/identity';
import { EdgeModule } from '@stx/installation';
import { Refused, refusalMessage, systemViewer } from '@stx/platform';
import type { Command } from 'commander';
import { withExchange } from '../local-exchange.js';
import { EXIT, inBothLanguages, printJson, say, UsageError } from '../output.js';

interface Options {
  code: string;
  name: string;
  nameEn?: string;
  region?: string;
  reason: string;
  json?: boolean;
}

/** `stx operator appoint`: somebody has to admit the first applicant of a new installation. */
export function operatorCommands(program: Command): void {
  program
    .command('operator')
    .description('who runs the exchange')
    .command('appoint')
    .description('make a person with an account an operator; the address counts as confirmed by you')
    .argument('<email>', 'address the person signed up with')
    .requiredOption('--code <code>', 'unified social credit code of the operating organization')
    .requiredOption('--name <name>', 'its Chinese name, where it is not known yet')
    .option('--name-en <name>', 'its English name')
    .option('--region <code>', 'its region (GB/T 2260)')
    .requiredOption('--reason <text>', 'kept in the journal')
    .option('--json', 'one JSON document')
    .action(async (email: string, options: Options) => {
      const { code, name, nameEn, region, reason } = options;
      if (!isCreditCode(code))
        throw new UsageError(`${code}: not a unified social credit code / 统一社会信用代码有误`);
      const operating = {
        kind: 'SERVICE_INSTITUTION' as const,
        nameZh: name,
        nameEn: nameEn ?? null,
        creditCode: code,
        regionCode: region ?? null,
      };
      try {
        const { personId } = await withExchange([EdgeModule, IdentityModule], (app) =>
          app.get(AppointOperator, { strict: false }).run(systemViewer, email, operating, reason),
        );
        if (options.json) printJson({ personId, role: 'OPERATOR' });
        else say(`${email} is an operator now. / 已任命为运营人员。`);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { code, details } = error;
        if (options.json)
          printJson({ refusal: { code, message: refusalMessage(code, 'en', details.params) } });
        say(inBothLanguages(error));
        process.exitCode = EXIT.no;
      }
    });
}
