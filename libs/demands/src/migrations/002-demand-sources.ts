import type { Migration } from '@stx/platform';

/** Where an imported demand comes from, so that a repeated import knows it again. */
export const demandSources: Migration = {
  name: '002-demand-sources',
  up: `
    ALTER TABLE demand ADD COLUMN source_id text, ADD COLUMN content_hash text;
    CREATE UNIQUE INDEX demand_source ON demand (organization_id, source_id) WHERE source_id IS NOT NULL;`,
  down: `
    DROP INDEX demand_source;
    ALTER TABLE demand DROP COLUMN source_id, DROP COLUMN content_hash;`,
};
