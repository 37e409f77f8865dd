import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  Jobs,
  newestFirst,
  newId,
  PLATFORM_OPTIONS,
  refuse,
  requireRole,
  type Page,
  type PlatformOptions,
  type Viewer,
} from '@stx/platform';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  /** What it is about, such as `confirm-email`; the only part that may be logged. */
  kind: string;
  /** The same content for people who read HTML. */
  html?: string;
  /** Turns off mails of this kind with one POST (RFC 8058). */
  unsubscribeUrl?: string | null;
  /** When it cannot be delivered, an operator must see to it. */
  isMandatory?: boolean;
}

export interface StoredMail extends Pick<Mail, 'to' | 'subject' | 'text' | 'kind'> {
  id: string;
  state: 'QUEUED' | 'SENDING' | 'SENT' | 'KEPT' | 'FAILED';
  isMandatory: boolean;
  failure: string | null;
  createdAt: Date;
}

export const DELIVER_MAIL = 'identity.deliver-mail';

/** Mails are rows of the change that causes them; a job delivers them, or they are kept where no server is configured. */
@Injectable()
export class MailOutbox {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {}

  /** Queues a mail in the running change. */
  async send({ to, subject, text, kind, html, unsubscribeUrl, isMandatory = true }: Mail): Promise<void> {
    const id = newId();
    const state = this.options.config.STX_SMTP_URL ? 'QUEUED' : 'KEPT';
    await this.db.change(async () => {
      await this.db.query(
        `INSERT INTO mail (id, kind, to_address, subject, text, html, unsubscribe_url, is_mandatory, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, kind, to, subject, text, html, unsubscribeUrl, isMandatory, state, new Date()],
      );
      if (state === 'QUEUED') await this.jobs.add(this.db, DELIVER_MAIL, { id }, `${DELIVER_MAIL}:${id}`);
    });
  }

  /** Every mail, newest first, for operators of an installation without a mail server. The reading is recorded (S37). */
  async outbox(viewer: Viewer, first = 24, after?: string | null): Promise<Page<StoredMail>> {
    const operator = requireRole(viewer, 'OPERATOR');
    return this.db.change(async () => {
      const listing = { table: 'mail', instant: 'created_at', where: 'true', parameters: [] };
      const page = await newestFirst(this.db, listing, { first, after }, (ids) =>
        this.db.query<StoredMail>(
          `SELECT id, kind, to_address AS "to", subject, text, state, is_mandatory AS "isMandatory", failure,
                  created_at AS "createdAt" FROM mail
            WHERE id = ANY ($1)`,
          [ids],
        ),
      );
      this.db.record({
        type: 'OutboxRead',
        subjectId: operator.personId,
        data: { mails: page.nodes.length },
        by: viewer,
      });
      return page;
    });
  }

  /** Tries a mail that has failed once more. @throws Refused NOT_ALLOWED, NOT_FOUND */
  async sendAgain(viewer: Viewer, id: string): Promise<void> {
    requireRole(viewer, 'OPERATOR');
    await this.db.change(async () => {
      const again = await this.db.query<{ kind: string }>(
        `UPDATE mail SET state = 'QUEUED', tries = 0, failure = NULL WHERE id = $1 AND state = 'FAILED' RETURNING kind`,
        [isId(id) ? id : null],
      );
      if (again.length === 0) refuse('NOT_FOUND');
      await this.jobs.add(this.db, DELIVER_MAIL, { id }, `${DELIVER_MAIL}:${id}`);
      this.db.record({ type: 'MailSentAgain', subjectId: id, data: { kind: again[0]!.kind }, by: viewer });
    });
  }
}
