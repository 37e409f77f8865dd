import type { Migration } from '@stx/platform';

export const announcedMatches: Migration = {
  name: '002-announced-matches',
  up: `
    CREATE TABLE announced_match (
      demand_id uuid NOT NULL,
      achievement_id uuid NOT NULL,
      PRIMARY KEY (demand_id, achievement_id)
    );
    COMMENT ON TABLE announced_match IS 'no projection: a rebuild must not announce a match again';`,
  down: 'DROP TABLE announced_match;',
};
