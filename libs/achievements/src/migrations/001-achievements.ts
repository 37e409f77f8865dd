import type { Migration } from '@stx/platform';

export const achievementsTable: Migration = {
  name: '001-achievements',
  up: `
    CREATE TABLE achievement (
      id uuid PRIMARY KEY,
      ref text NOT NULL UNIQUE,
      state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
      organization_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('PATENT', 'KNOW_HOW', 'SOFTWARE', 'PLANT_VARIETY', 'IC_LAYOUT', 'PAPER',
                                         'PROJECT', 'OTHER')),
      title_zh text,
      title_en text,
      summary_zh text,
      summary_en text,
      abstract_zh text,
      abstract_en text,
      keywords text[] NOT NULL,
      field_code text,
      category text,
      ipc_codes text[] NOT NULL,
      trl_level int CHECK (trl_level BETWEEN 1 AND 9),
      maturity_stage text CHECK (maturity_stage IN ('EARLY', 'MIDDLE', 'MATURE')),
      rights_offered text[] NOT NULL,
      price_mode text CHECK (price_mode IN ('NEGOTIABLE', 'LISTED', 'BIDDING')),
      asking_price_amount bigint CHECK (asking_price_amount > 0),
      region_code text,
      patent_no text,
      application_no text,
      expires_on date,
      source_id text,
      source_url text,
      content_hash text,
      import_job_id uuid,
      confirmed_at timestamptz,
      published_at timestamptz,
      is_demonstration boolean NOT NULL DEFAULT false,
      UNIQUE (organization_id, source_id),
      CHECK (coalesce(title_zh, title_en) IS NOT NULL),
      CHECK (state = 'DRAFT' OR published_at IS NOT NULL)
    );
    CREATE INDEX achievement_newest ON achievement (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
    CREATE INDEX achievement_mine ON achievement (organization_id, id DESC);
    CREATE INDEX achievement_drafts_of_import ON achievement (import_job_id) WHERE state = 'DRAFT';`,
  down: 'DROP TABLE achievement;',
};
