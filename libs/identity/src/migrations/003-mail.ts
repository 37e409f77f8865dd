import type { Migration } from '@stx/platform';

export const mailTable: Migration = {
  name: '003-mail',
  up: `
    CREATE TABLE mail (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      to_address text NOT NULL,
      subject text NOT NULL,
      text text NOT NULL,
      state text NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'KEPT')),
      created_at timestamptz NOT NULL,
      sent_at timestamptz
    );
    CREATE INDEX mail_newest ON mail (created_at DESC, id DESC);`,
  down: 'DROP TABLE mail;',
};
