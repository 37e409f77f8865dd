import type { Migration } from '@stx/platform';

/** `position`: the last row whose batch is committed; a repeated run starts behind it. */
export const importTables: Migration = {
  name: '002-imports',
  up: `
    CREATE TABLE import_job (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL,
      person_id uuid,
      language text NOT NULL,
      upload_id uuid,
      file_name text NOT NULL,
      is_dry_run boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('RUNNING', 'FINISHED', 'FAILED')),
      position int NOT NULL DEFAULT 0,
      read int NOT NULL DEFAULT 0,
      created int NOT NULL DEFAULT 0,
      updated int NOT NULL DEFAULT 0,
      unchanged int NOT NULL DEFAULT 0,
      refused int NOT NULL DEFAULT 0,
      tries int NOT NULL DEFAULT 0,
      failure text,
      failure_params jsonb,
      started_at timestamptz NOT NULL,
      finished_at timestamptz
    );
    CREATE INDEX import_job_mine ON import_job (organization_id, id DESC);
    CREATE INDEX import_job_running ON import_job (id) WHERE state = 'RUNNING';
    CREATE TABLE import_error (
      import_job_id uuid NOT NULL REFERENCES import_job,
      row int NOT NULL,
      "column" text,
      rule text NOT NULL,
      params jsonb NOT NULL,
      PRIMARY KEY (import_job_id, row)
    );`,
  down: 'DROP TABLE import_error, import_job;',
};
