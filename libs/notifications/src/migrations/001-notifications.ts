import type { Migration } from '@stx/platform';

/**
 * `notification` and `membership` are projections and can be emptied at any time. What people did (`reading`, settings)
 * and what was mailed (`dispatch`, `letter`) is kept under ids that a rebuild gives again.
 */
export const notificationTables: Migration = {
  name: '001-notifications',
  up: `
    CREATE TABLE notification (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      case_key text NOT NULL,
      ref text,
      title_zh text,
      title_en text,
      person_id uuid,
      organization_id uuid,
      roles text[],
      data jsonb NOT NULL,
      path text NOT NULL,
      due_at timestamptz,
      happened_at timestamptz NOT NULL,
      CHECK (person_id IS NULL OR (organization_id IS NULL AND roles IS NULL)),
      CHECK (num_nonnulls(person_id, roles) = 1)
    );
    COMMENT ON COLUMN notification.roles IS 'who of the organization is told; without one, everybody with such a role';
    CREATE INDEX notification_of_person ON notification (person_id, happened_at DESC) WHERE person_id IS NOT NULL;
    CREATE INDEX notification_of_organization ON notification (organization_id, happened_at DESC)
      WHERE organization_id IS NOT NULL;
    CREATE INDEX notification_of_role ON notification (happened_at DESC)
      WHERE person_id IS NULL AND organization_id IS NULL;

    CREATE TABLE membership (
      person_id uuid NOT NULL,
      organization_id uuid NOT NULL,
      role text NOT NULL,
      PRIMARY KEY (person_id, organization_id, role)
    );
    CREATE INDEX membership_of_organization ON membership (organization_id, role);
    CREATE INDEX membership_of_role ON membership (role);

    CREATE TABLE reading (
      person_id uuid NOT NULL,
      notification_id uuid NOT NULL,
      read_at timestamptz NOT NULL,
      PRIMARY KEY (person_id, notification_id)
    );

    CREATE TABLE mail_setting (
      person_id uuid PRIMARY KEY,
      language text NOT NULL CHECK (language IN ('zh-CN', 'en'))
    );
    CREATE TABLE mail_off (
      person_id uuid NOT NULL,
      kind text NOT NULL,
      PRIMARY KEY (person_id, kind)
    );

    CREATE TABLE dispatch (
      notification_id uuid NOT NULL,
      about timestamptz NOT NULL,
      due_at timestamptz NOT NULL,
      done_at timestamptz,
      PRIMARY KEY (notification_id, about)
    );
    CREATE INDEX dispatch_due ON dispatch (due_at) WHERE done_at IS NULL;
    CREATE TABLE letter (
      id uuid PRIMARY KEY,
      notification_id uuid NOT NULL,
      person_id uuid NOT NULL,
      about timestamptz NOT NULL,
      written_at timestamptz NOT NULL,
      UNIQUE (notification_id, person_id, about)
    );

    CREATE TABLE mailing_start (at timestamptz NOT NULL);
    COMMENT ON TABLE mailing_start IS 'what happened before is shown, and not mailed to people who know it long since';
    INSERT INTO mailing_start VALUES (now());`,
  down: `DROP TABLE mailing_start, letter, dispatch, mail_off, mail_setting, reading, membership, notification;`,
};
