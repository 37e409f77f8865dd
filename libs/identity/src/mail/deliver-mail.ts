import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { MailFailed } from '@stx/contracts';
import {
  DomainDatabase,
  Jobs,
  log,
  PLATFORM_OPTIONS,
  systemViewer,
  type PlatformOptions,
} from '@stx/platform';
import { createTransport } from 'nodemailer';
import { publicUrlOf } from '../account/installation.js';
import { DELIVER_MAIL } from './mail-outbox.js';

interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string | null;
  unsubscribeUrl: string | null;
  tries: number;
}

/** A delivery that nobody has ended for so long was broken off with its process. */
const ABANDONED = `interval '10 minutes'`;
/** The waits between them grow from seconds to hours; together about two days. */
const MAX_TRIES = 20;

/** The mail server said no for good (5xx); anything else may work later. */
const isRefused = (error: unknown) => ((error as { responseCode?: number }).responseCode ?? 0) >= 500;

/** What may be kept of a failure: the answer's code, never its text, which quotes addresses. */
const failureOf = (error: unknown): string => {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return [responseCode, code].filter(Boolean).join(' ') || 'unknown';
};

/** Hands a queued mail to the mail server; the job queue repeats it until that works or is refused for good. */
@Injectable()
export class DeliverMail implements OnModuleInit {
  /** Milliseconds until a silent mail server counts as broken off. */
  readonly timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

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
    const letter = smtp ? await this.take(id) : null;
    if (!smtp || !letter) return;
    try {
      await this.hand(smtp, id, letter);
    } catch (error) {
      return this.failed(id, letter.tries, error);
    }
    await this.db.query(`UPDATE mail SET state = 'SENT', sent_at = now(), failure = NULL WHERE id = $1`, [
      id,
    ]);
  }

  /** Whoever takes a mail alone delivers it; null when it is sent, failed or taken. */
  private async take(id: string): Promise<Letter | null> {
    const [letter] = await this.db.query<Letter>(
      `UPDATE mail SET state = 'SENDING', tries = tries + 1, tried_at = now()
        WHERE id = $1 AND (state = 'QUEUED' OR (state = 'SENDING' AND tried_at < now() - ${ABANDONED}))
        RETURNING to_address AS "to", subject, text, html, unsubscribe_url AS "unsubscribeUrl", tries`,
      [id],
    );
    return letter ?? null;
  }

  private async hand(smtp: string, id: string, letter: Letter): Promise<void> {
    const { to, subject, text, html, unsubscribeUrl } = letter;
    const host = new URL(publicUrlOf(this.options.config)).hostname;
    const from = { name: '南方技术交易所 Southern Technology Exchange', address: `no-reply@${host}` };
    const headers = unsubscribeUrl
      ? {
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {};
    const transport = createTransport({ url: smtp, ...this.timeouts });
    try {
      // the Message-ID stays the same when a delivery is repeated, so that receivers can drop the second
      await transport.sendMail({
        ...{ to, from, subject, text, headers },
        html: html ?? undefined,
        messageId: `<${id}@${host}>`,
      });
    } finally {
      transport.close();
    }
  }

  /** @throws the error when the queue is to try again */
  private async failed(id: string, tries: number, error: unknown): Promise<void> {
    const isOver = isRefused(error) || tries >= MAX_TRIES;
    await this.db.change(async () => {
      const [mail] = await this.db.query<MailFailed>(
        `UPDATE mail SET state = $2, failure = $3 WHERE id = $1 RETURNING kind, is_mandatory AS "isMandatory"`,
        [id, isOver ? 'FAILED' : 'QUEUED', failureOf(error)],
      );
      if (!isOver || !mail) return;
      this.db.record({ type: 'MailFailed', subjectId: id, data: mail, by: systemViewer });
    });
    if (!isOver) throw error;
    log.warn('mail not delivered', { domain: 'identity', id, reason: failureOf(error), attempt: tries });
  }
}
