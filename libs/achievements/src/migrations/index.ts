import type { DomainSchema } from '@stx/platform';
import { achievementsTable } from './001-achievements.js';
import { importTables } from './002-imports.js';
import { importMapping } from './003-import-mapping.js';

export const achievementsSchema: DomainSchema = {
  domain: 'achievements',
  migrations: [achievementsTable, importTables, importMapping],
};
