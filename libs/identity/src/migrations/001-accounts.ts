import type { Migration } from '@stx/platform';

/**
 * Tables of better-auth 1.7 (person, session, account, verification, two_factor) under our names, as `auth.ts` maps
 * them, with what is ours: whom a session acts for, when it was last seen, when its second factor was shown.
 */
export const accountTables: Migration = {
  name: '001-accounts',
  up: `
    CREATE TABLE person (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      name_en text,
      email text NOT NULL UNIQUE,
      email_verified boolean NOT NULL DEFAULT false,
      image text,
      two_factor_enabled boolean DEFAULT false,
      is_demonstration boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE session (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      token text NOT NULL UNIQUE,
      organization_id uuid,
      expires_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL DEFAULT now(),
      factor_at timestamptz,
      ip_address text,
      user_agent text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX session_person ON session (person_id);
    CREATE INDEX session_seen ON session (seen_at);
    CREATE TABLE account (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      account_id text NOT NULL,
      provider_id text NOT NULL,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (provider_id, account_id)
    );
    CREATE INDEX account_person ON account (person_id);
    CREATE TABLE verification (
      id uuid PRIMARY KEY,
      identifier text NOT NULL,
      value text NOT NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX verification_identifier ON verification (identifier);
    CREATE TABLE two_factor (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL UNIQUE REFERENCES person ON DELETE CASCADE,
      secret text NOT NULL,
      backup_codes text NOT NULL,
      verified boolean DEFAULT true,
      failed_verification_count int DEFAULT 0,
      locked_until timestamptz
    );
    CREATE TABLE attempt (
      key text PRIMARY KEY,
      count int NOT NULL,
      ends_at timestamptz NOT NULL
    );
    CREATE TABLE token (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      organization_id uuid NOT NULL,
      name text NOT NULL,
      token_hash text NOT NULL UNIQUE,
      scopes text[] NOT NULL,
      with_factor boolean NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    CREATE INDEX token_person ON token (person_id);`,
  down: 'DROP TABLE token, attempt, two_factor, verification, account, session, person;',
};
