import type { Migration } from '@stx/platform';

export const regionTable: Migration = {
  name: '003-regions',
  up: `CREATE TABLE organization_region (organization_id uuid PRIMARY KEY, region_code text NOT NULL);`,
  down: 'DROP TABLE organization_region;',
};
