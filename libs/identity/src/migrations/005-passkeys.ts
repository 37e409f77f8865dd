import type { Migration } from '@stx/platform';

/** The passkey plugin's table under our names, as `passkey-plugin.ts` maps it; when one was last used is ours. */
export const passkeyTable: Migration = {
  name: '005-passkeys',
  up: `
    CREATE TABLE passkey (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
      name text NOT NULL,
      credential_id text NOT NULL UNIQUE,
      public_key text NOT NULL,
      counter bigint NOT NULL CHECK (counter BETWEEN 0 AND 4294967295),
      device_type text NOT NULL,
      backed_up boolean NOT NULL,
      transports text,
      aaguid text,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz
    );
    CREATE INDEX passkey_person ON passkey (person_id);
    COMMENT ON COLUMN passkey.counter IS 'signatures the authenticator says it made; one that goes back is refused';`,
  down: 'DROP TABLE passkey;',
};
