import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  Jobs,
  newestFirst,
  newId,
  PLATFORM_OPTIONS,
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
}

export interface StoredMail extends Mail {
  id: string;
  state: 'QUEUED' | 'SENT' | 'KEPT';
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
  async send({ to, subject, text, kind }: Mail): Promise<void> {
    const id = newId();
    const state = this.options.config.STX_SMTP_URL ? 'QUEUED' : 'KEPT';
    await this.db.change(async () => {
      await this.db.query(
        `INSERT INTO mail (id, kind, to_address, subject, text, state, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, kind, to, subject, text, state, new Date()],
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
          `SELECT id, kind, to_address AS "to", subject, text, state, created_at AS "createdAt" FROM mail
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
}
