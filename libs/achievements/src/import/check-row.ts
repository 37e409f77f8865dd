import { canonicalJson, sha256 } from '@stx/platform';
import { dateOf, languageOf, RowReader, sourceIdOf, urlOf, type RowFault } from '@stx/row-files';
import type { AchievementEntity } from '../achievement/achievement.entity.js';

/** What an import writes; a later import of the same `sourceId` writes all of it again. */
export const IMPORTED = [
  'kind',
  'titleZh',
  'titleEn',
  'abstractZh',
  'abstractEn',
  'keywords',
  'category',
  'trlLevel',
  'patentNo',
  'applicationNo',
  'expiresOn',
  'sourceUrl',
] as const satisfies (keyof AchievementEntity)[];

/** Columns without which no row can be used. */
export const REQUIRED_COLUMNS = ['id', 'title', 'abstract'];

type ImportedFields = Pick<AchievementEntity, (typeof IMPORTED)[number]>;

export type CheckedRow = ImportedFields & {
  sourceId: string;
  /** Equal hashes: the row says nothing new. */
  contentHash: string;
};

/** `kind` as files write it. */
const KINDS: Record<string, string> = {
  patent: 'PATENT',
  paper: 'PAPER',
  project: 'PROJECT',
  'funded-project': 'PROJECT',
  'know-how': 'KNOW_HOW',
  software: 'SOFTWARE',
  'plant-variety': 'PLANT_VARIETY',
  'ic-layout': 'IC_LAYOUT',
  other: 'OTHER',
};

/** One row of `shared/data/README.md` § Fields, ready to store, or the first rule it breaks. */
export function checkRow(values: Record<string, unknown>): CheckedRow | RowFault {
  const row = new RowReader(values);
  const sourceId = sourceIdOf(row);
  const title = row.required('title', 300, 'ROW-TITLE-REQUIRED').replace(/\s+/g, ' ');
  const abstract = row.required('abstract', 20_000, 'ROW-ABSTRACT-REQUIRED');
  const isChinese = languageOf(row, title) === 'zh';
  const fields: ImportedFields = {
    kind: kindOf(row),
    titleZh: isChinese ? title : null,
    titleEn: isChinese ? null : title,
    abstractZh: isChinese ? abstract : null,
    abstractEn: isChinese ? null : abstract,
    keywords: row.list('keywords', 50, 100),
    category: row.text('category', 100) ?? row.text('discipline', 100),
    trlLevel: trlOf(row),
    patentNo: row.text('patent_no', 60),
    applicationNo: row.text('application_no', 60),
    expiresOn: dateOf(row, 'expires_on'),
    sourceUrl: urlOf(row),
  };
  return row.fault ?? { ...fields, sourceId, contentHash: sha256(canonicalJson({ ...fields })) };
}

/** Unstated is OTHER; a word that nobody knows refuses the row. */
function kindOf(row: RowReader): string {
  const stated = row.text('kind', 40)?.toLowerCase();
  if (!stated) return 'OTHER';
  return (Object.hasOwn(KINDS, stated) ? KINDS[stated] : row.refuse('kind', 'ROW-KIND-UNKNOWN')) ?? 'OTHER';
}

function trlOf(row: RowReader): number | null {
  const level = row.text('trl', 20);
  if (level === null) return null;
  return /^[1-9]$/.test(level) ? Number(level) : row.refuse('trl', 'ROW-TRL');
}
