import { basename } from 'node:path';
import { ACHIEVEMENT_COLUMNS, AchievementsModule, ImportAchievements } from '@stx/achievements';
import { DEMAND_COLUMNS, DemandsModule, ImportDemands } from '@stx/demands';
import { EdgeModule } from '@stx/installation';
import { IdentityModule, Organizations } from '@stx/identity';
import { systemViewer, type Viewer } from '@stx/platform';
import type { ImportResult, RowResult } from '@stx/row-files';
import type { Command } from 'commander';
import { languageOfTerminal } from '../language.js';
import { withExchange } from '../local-exchange.js';
import { printImport } from '../print-import.js';
import { importRemotely } from '../import-remotely.js';
import { openRows, readMapping, type RowFileOptions } from '../row-file.js';
import { UsageError } from '../output.js';

interface ImportOptions extends RowFileOptions {
  organization?: string;
  url?: string;
  dryRun?: boolean;
  json?: boolean;
}

interface ImportWork {
  organizationId: string;
  by: Viewer;
  rows: AsyncIterable<RowResult>;
  fileName: string;
  dryRun: boolean;
}

/** What can be brought in: the columns a file must have, the modules it takes, the use case that does it. */
const SUBJECTS = {
  achievements: {
    columns: ACHIEVEMENT_COLUMNS,
    modules: [EdgeModule, IdentityModule, AchievementsModule],
    useCase: ImportAchievements,
  },
  demands: {
    columns: DEMAND_COLUMNS,
    modules: [EdgeModule, IdentityModule, DemandsModule],
    useCase: ImportDemands,
  },
};

async function importFile(
  subject: keyof typeof SUBJECTS,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const { columns, modules, useCase } = SUBJECTS[subject];
  const { organization, url, dryRun = false, json = false } = options;
  // the file first: nothing is started, and nothing written, for one that cannot be used
  await using rows = await openRows(file, columns, options);
  if (url !== undefined) {
    if (subject !== 'achievements')
      throw new UsageError(
        `--url: ${subject} are imported on the exchange's own machine only / 暂不支持远程导入`,
      );
    const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
    return printImport(await importRemotely({ url, file, organization, mapping, dryRun }), json);
  }
  if (organization === undefined) throw new UsageError('--organization is missing / 缺少 --organization');
  const result = await withExchange(modules, async (app) => {
    const owner = await app.get(Organizations, { strict: false }).byCode(organization);
    if (!owner) throw new UsageError(`${organization}: no such organization / 机构不存在`);
    const by = { ...systemViewer, language: languageOfTerminal(), organizationId: owner.id };
    const work: ImportWork = { organizationId: owner.id, by, rows, fileName: basename(file), dryRun };
    return app.get<{ run(work: ImportWork): Promise<ImportResult> }>(useCase, { strict: false }).run(work);
  });
  printImport(result, json);
}

/** `stx import achievements|demands FILE`: rows of a file for an organization, harmless when repeated. */
export function importCommands(program: Command): void {
  const group = program.command('import').description('bring data in');
  for (const subject of Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[]) {
    group
      .command(subject)
      .argument('<file>', 'NDJSON, CSV or XLSX')
      .option('--organization <code>', 'unified social credit code or public number of the holder')
      .option('--url <address>', 'a running exchange instead of the database here; needs STX_TOKEN')
      .option('--mapping <file>', 'JSON object: our field → your column')
      .option('--dry-run', 'check only')
      .option('--json', 'one JSON document')
      .action((file: string, options: ImportOptions) => importFile(subject, file, options));
  }
}
