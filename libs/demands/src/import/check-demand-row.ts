import { canonicalJson, sha256 } from '@stx/platform';
import { dateOf, languageOf, RowReader, sourceIdOf, type RowFault } from '@stx/row-files';
import type { DemandEntity } from '../demand/demand.entity.js';

/** Columns without which no row can be used. */
export const REQUIRED_COLUMNS = ['id', 'title', 'description'];

/** What an import writes, and the column of the table that holds it. */
export const IMPORTED = {
  titleZh: ['title_zh', 'text'],
  titleEn: ['title_en', 'text'],
  problemZh: ['problem_zh', 'text'],
  problemEn: ['problem_en', 'text'],
  deadlineOn: ['deadline_on', 'date'],
  contentHash: ['content_hash', 'text'],
} as const satisfies Partial<Record<keyof DemandEntity, readonly [column: string, type: string]>>;

export type CheckedDemand = Pick<DemandEntity, keyof typeof IMPORTED> & { sourceId: string };

/** One row, ready to store, or the first rule it breaks. A deadline in the past is kept as stated. */
export function checkDemandRow(values: Record<string, unknown>): CheckedDemand | RowFault {
  const row = new RowReader(values);
  const sourceId = sourceIdOf(row);
  const title = row.required('title', 300, 'ROW-TITLE-REQUIRED').replace(/\s+/g, ' ');
  const problem = row.required('description', 20_000, 'ROW-DESCRIPTION-REQUIRED');
  const isChinese = languageOf(row, title) === 'zh';
  const fields = {
    titleZh: isChinese ? title : null,
    titleEn: isChinese ? null : title,
    problemZh: isChinese ? problem : null,
    problemEn: isChinese ? null : problem,
    deadlineOn: dateOf(row, 'closes_on'),
  };
  return row.fault ?? { ...fields, sourceId, contentHash: sha256(canonicalJson(fields)) };
}
