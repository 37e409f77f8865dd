import type { Migration } from '@stx/platform';

export const demandsTable: Migration = {
  name: '001-demands',
  up: `
    CREATE TABLE demand (
      id uuid PRIMARY KEY,
      ref text NOT NULL UNIQUE,
      state text NOT NULL CHECK (state IN ('PUBLISHED', 'CLOSED')),
      organization_id uuid NOT NULL,
      is_anonymous boolean NOT NULL,
      title_zh text,
      title_en text,
      problem_zh text,
      problem_en text,
      target_zh text,
      target_en text,
      field_code text,
      region_code text,
      budget_amount bigint CHECK (budget_amount > 0),
      deadline_on date,
      cooperation_mode text NOT NULL,
      published_at timestamptz NOT NULL,
      is_demonstration boolean NOT NULL DEFAULT false,
      CHECK (coalesce(title_zh, title_en) IS NOT NULL),
      CHECK (coalesce(problem_zh, problem_en) IS NOT NULL)
    );
    CREATE INDEX demand_newest ON demand (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
    CREATE INDEX demand_mine ON demand (organization_id, published_at DESC, id DESC);
    CREATE INDEX demand_words ON demand
      USING gin ((coalesce(title_zh, '') || ' ' || coalesce(title_en, '') || ' ' || coalesce(problem_zh, '') || ' ' ||
                  coalesce(problem_en, '')) gin_trgm_ops);`,
  down: 'DROP TABLE demand;',
};
