import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AchievementsModule, ImportAchievements } from '@stx/achievements';
import { EdgeModule } from '@stx/installation';
import { IdentityModule, Organizations } from '@stx/identity';
import { systemViewer } from '@stx/platform';
import { readRows, RowFileError } from '@stx/row-files';
import type { Command } from 'commander';
import { withExchange } from '../local-exchange.js';
import { EXIT, printJson, say, UsageError } from '../output.js';

/** Files on this machine may be larger than uploads: 200 MB. */
const MAX_BYTES = 200 * 1024 * 1024;

interface ImportOptions {
  organization: string;
  mapping?: string;
  dryRun?: boolean;
  json?: boolean;
}

async function importAchievements(
  file: string,
  { organization, dryRun, json }: ImportOptions,
): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file / 文件不存在`);
  const result = await withExchange([EdgeModule, IdentityModule, AchievementsModule], async (app) => {
    const owner = await app.get(Organizations, { strict: false }).byCode(organization);
    if (!owner) throw new UsageError(`${organization}: no such organization / 机构不存在`);
    try {
      return await app.get(ImportAchievements, { strict: false }).run({
        organizationId: owner.id,
        by: { ...systemViewer, organizationId: owner.id },
        rows: readRows({ path: file, name: basename(file) }, { maxBytes: MAX_BYTES }),
        dryRun: dryRun ?? false,
      });
    } catch (error) {
      if (error instanceof RowFileError) throw new UsageError(`${file}: ${error.code}`);
      throw error;
    }
  });
  if (json) printJson(result);
  else {
    say(
      `read ${result.read}, created ${result.created}, updated ${result.updated}, unchanged ${result.unchanged}, refused ${result.refused}`,
    );
    for (const { row, column, rule, message } of result.errors.slice(0, 20))
      say(`row ${row}${column ? `, ${column}` : ''}: ${message} (${rule})`);
  }
  process.exitCode = result.refused > 0 ? EXIT.no : EXIT.done;
}

/** `stx import achievements FILE`: rows of a file into an organization's library, harmless when repeated. */
export function importCommands(program: Command): void {
  program
    .command('import')
    .description('bring data in')
    .command('achievements')
    .argument('<file>', 'NDJSON, CSV or XLSX')
    .requiredOption('--organization <code>', 'unified social credit code or public number of the holder')
    .option('--dry-run', 'check only')
    .option('--json', 'one JSON document')
    .action(importAchievements);
}
