import { toCsv } from '@stx/format';
import { ImportErrors, ImportPage, type ImportErrorsQuery } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { ask, notFound } from '../server/ask';
import { csvFile } from '../server/csv-file';
import type { Route } from './+types/refused-rows.route';

/** Every refused row of an import with its reason, to be worked off in a spreadsheet program. */
export async function loader(asked: Route.LoaderArgs) {
  const { id } = asked.params;
  const { importJob } = await ask(asked, ImportPage, { id });
  if (!importJob) return notFound(asked);
  const rows: ImportErrorsQuery['importErrors'] = [];
  for (;;) {
    const { importErrors: page } = await ask(asked, ImportErrors, { id, after: rows.at(-1)?.row ?? 0 });
    if (page.length === 0) break;
    rows.push(...page);
  }
  const head = [m.column_row(), m.column_column(), m.column_problem(), m.column_rule()];
  const body = rows.map(({ row, column, message, rule }) => [String(row), column ?? '', message, rule]);
  return csvFile(`stx-refused-${id}.csv`, toCsv([head, ...body]));
}
