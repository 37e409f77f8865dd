import type { Migration } from '@stx/platform';

export const organizationTables: Migration = {
  name: '002-organizations',
  up: `
    CREATE TABLE organization (
      id uuid PRIMARY KEY,
      ref text NOT NULL UNIQUE,
      kind text NOT NULL CHECK (kind IN ('UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'SERVICE_INSTITUTION',
                                         'INVESTOR', 'GOVERNMENT', 'ASSOCIATION')),
      name_zh text NOT NULL,
      name_en text,
      credit_code text NOT NULL CHECK (length(credit_code) = 18),
      region_code text,
      description_zh text,
      description_en text,
      admission text NOT NULL CHECK (admission IN ('SUBMITTED', 'ADMITTED', 'REFUSED')),
      submitted_at timestamptz NOT NULL,
      decided_at timestamptz,
      is_demonstration boolean NOT NULL DEFAULT false,
      CHECK ((admission = 'SUBMITTED') = (decided_at IS NULL))
    );
    CREATE UNIQUE INDEX organization_credit_code ON organization (credit_code) WHERE admission = 'ADMITTED';
    CREATE INDEX organization_by_name ON organization (name_zh, id) WHERE admission = 'ADMITTED';
    CREATE INDEX organization_waiting ON organization (submitted_at, id) WHERE admission = 'SUBMITTED';
    CREATE TABLE membership (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      organization_id uuid NOT NULL REFERENCES organization,
      role text NOT NULL CHECK (role IN ('OPERATOR', 'OFFICER', 'INVENTOR', 'BUYER', 'BROKER', 'REGISTRAR',
                                         'STATISTICIAN', 'SUPERVISOR')),
      valid_from timestamptz,
      valid_to timestamptz,
      CHECK (valid_to IS NULL OR valid_from IS NOT NULL)
    );
    COMMENT ON COLUMN membership.valid_from IS 'null until the organization is admitted';
    CREATE UNIQUE INDEX membership_current ON membership (person_id, organization_id, role) WHERE valid_to IS NULL;
    CREATE INDEX membership_organization ON membership (organization_id);`,
  down: 'DROP TABLE membership, organization;',
};
