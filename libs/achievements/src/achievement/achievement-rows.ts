import type { DomainDatabase } from '@stx/platform';
import type { AchievementEntity } from './achievement.entity.js';

type Property = keyof AchievementEntity;

/** Column and SQL type of every property, for statements over many rows at once. */
const COLUMNS: Record<Property, [column: string, type: string]> = {
  id: ['id', 'uuid'],
  ref: ['ref', 'text'],
  state: ['state', 'text'],
  organizationId: ['organization_id', 'uuid'],
  kind: ['kind', 'text'],
  titleZh: ['title_zh', 'text'],
  titleEn: ['title_en', 'text'],
  summaryZh: ['summary_zh', 'text'],
  summaryEn: ['summary_en', 'text'],
  abstractZh: ['abstract_zh', 'text'],
  abstractEn: ['abstract_en', 'text'],
  keywords: ['keywords', 'text[]'],
  fieldCode: ['field_code', 'text'],
  category: ['category', 'text'],
  ipcCodes: ['ipc_codes', 'text[]'],
  trlLevel: ['trl_level', 'int'],
  maturityStage: ['maturity_stage', 'text'],
  rightsOffered: ['rights_offered', 'text[]'],
  priceMode: ['price_mode', 'text'],
  askingPriceAmount: ['asking_price_amount', 'bigint'],
  regionCode: ['region_code', 'text'],
  patentNo: ['patent_no', 'text'],
  applicationNo: ['application_no', 'text'],
  expiresOn: ['expires_on', 'date'],
  sourceId: ['source_id', 'text'],
  sourceUrl: ['source_url', 'text'],
  contentHash: ['content_hash', 'text'],
  importJobId: ['import_job_id', 'uuid'],
  confirmedAt: ['confirmed_at', 'timestamptz'],
  publishedAt: ['published_at', 'timestamptz'],
  isDemonstration: ['is_demonstration', 'boolean'],
};

const recordset = (properties: Property[]) =>
  `jsonb_to_recordset($1::jsonb) AS r(${properties.map((name) => `"${name}" ${COLUMNS[name][1]}`).join(', ')})`;

const ALL = Object.keys(COLUMNS) as Property[];

const INSERT = `INSERT INTO achievement (${ALL.map((name) => COLUMNS[name][0]).join(', ')})
  SELECT ${ALL.map((name) => `r."${name}"`).join(', ')} FROM ${recordset(ALL)}`;

/** Stores many achievements in one statement. */
export async function insertAchievements(db: DomainDatabase, rows: AchievementEntity[]): Promise<void> {
  if (rows.length > 0) await db.query(INSERT, [JSON.stringify(rows)]);
}

/** Writes the named properties of many achievements, found by id, in one statement. */
export async function updateAchievements<Name extends Property>(
  db: DomainDatabase,
  names: readonly Name[],
  rows: (Pick<AchievementEntity, Name> & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const assignments = names.map((name) => `${COLUMNS[name][0]} = r."${name}"`).join(', ');
  await db.query(
    `UPDATE achievement a SET ${assignments} FROM ${recordset(['id', ...names])} WHERE a.id = r.id`,
    [JSON.stringify(rows)],
  );
}

/** A draft with nothing stated but what is given. */
export function draft(
  given: Partial<AchievementEntity> & Pick<AchievementEntity, 'id' | 'ref' | 'organizationId' | 'kind'>,
): AchievementEntity {
  return {
    state: 'DRAFT',
    titleZh: null,
    titleEn: null,
    summaryZh: null,
    summaryEn: null,
    abstractZh: null,
    abstractEn: null,
    keywords: [],
    fieldCode: null,
    category: null,
    ipcCodes: [],
    trlLevel: null,
    maturityStage: null,
    rightsOffered: [],
    priceMode: null,
    askingPriceAmount: null,
    regionCode: null,
    patentNo: null,
    applicationNo: null,
    expiresOn: null,
    sourceId: null,
    sourceUrl: null,
    contentHash: null,
    importJobId: null,
    confirmedAt: null,
    publishedAt: null,
    isDemonstration: false,
    ...given,
  };
}
