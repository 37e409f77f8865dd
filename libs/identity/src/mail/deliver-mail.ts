import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainDatabase, Jobs, PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { createTransport } from 'nodemailer';
import { publicUrlOf } from '../account/installation.js';
import { DELIVER_MAIL } from './mail-outbox.js';

interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Hands a queued mail to the mail server; the job queue repeats it until that works. */
@Injectable()
export class DeliverMail implements OnModuleInit {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(DELIVER_MAIL, ({ id }) => this.run(id!));
  }

  async run(id: string): Promise<void> {
    const smtp = this.options.config.STX_SMTP_URL;
    const [letter] = await this.db.query<Letter>(
      `SELECT to_address AS "to", subject, text FROM mail WHERE id = $1 AND state = 'QUEUED'`,
      [id],
    );
    if (!letter || !smtp) return;
    const from = { name: '南方技术交易所 Southern Technology Exchange', address: `no-reply@${this.host()}` };
    // the Message-ID stays the same when a delivery is repeated, so that receivers can drop the second
    await createTransport(smtp).sendMail({ ...letter, from, messageId: `<${id}@${this.host()}>` });
    await this.db.query(`UPDATE mail SET state = 'SENT', sent_at = now() WHERE id = $1`, [id]);
  }

  private host(): string {
    return new URL(publicUrlOf(this.options.config)).hostname;
  }
}
