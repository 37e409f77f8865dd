import type { Migration } from '@stx/platform';

export const mailDelivery: Migration = {
  name: '004-mail-delivery',
  up: `
    ALTER TABLE mail
      ADD COLUMN html text,
      ADD COLUMN unsubscribe_url text,
      ADD COLUMN is_mandatory boolean NOT NULL DEFAULT true,
      ADD COLUMN tries int NOT NULL DEFAULT 0,
      ADD COLUMN tried_at timestamptz,
      ADD COLUMN failure text,
      DROP CONSTRAINT mail_state_check,
      ADD CONSTRAINT mail_state_check CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'KEPT', 'FAILED'));
    COMMENT ON COLUMN mail.failure IS 'what the mail server or the network answered, without text of its own';`,
  down: `
    UPDATE mail SET state = 'KEPT' WHERE state IN ('SENDING', 'FAILED');
    ALTER TABLE mail
      DROP COLUMN html, DROP COLUMN unsubscribe_url, DROP COLUMN is_mandatory, DROP COLUMN tries, DROP COLUMN tried_at,
      DROP COLUMN failure,
      DROP CONSTRAINT mail_state_check,
      ADD CONSTRAINT mail_state_check CHECK (state IN ('QUEUED', 'SENT', 'KEPT'));`,
};
