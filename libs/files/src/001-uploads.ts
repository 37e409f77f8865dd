import type { DomainSchema } from '@stx/platform';

export const filesSchema: DomainSchema = {
  domain: 'files',
  migrations: [
    {
      name: '001-uploads',
      up: `
        CREATE TABLE upload (
          id uuid PRIMARY KEY,
          person_id uuid NOT NULL,
          organization_id uuid NOT NULL,
          name text NOT NULL,
          media_type text NOT NULL,
          size_bytes bigint NOT NULL CHECK (size_bytes > 0),
          sha256 text NOT NULL,
          at timestamptz NOT NULL DEFAULT now()
        );`,
      down: 'DROP TABLE upload;',
    },
  ],
};
