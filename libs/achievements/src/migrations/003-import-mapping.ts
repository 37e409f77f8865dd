import type { Migration } from '@stx/platform';

/** Our field → column of the file; null where the file uses our names. */
export const importMapping: Migration = {
  name: '003-import-mapping',
  up: 'ALTER TABLE import_job ADD COLUMN mapping jsonb;',
  down: 'ALTER TABLE import_job DROP COLUMN mapping;',
};
