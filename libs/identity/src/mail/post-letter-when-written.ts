import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LetterWritten } from '@stx/contracts';
import {
  DomainDatabase,
  Jobs,
  PLATFORM_OPTIONS,
  subscribe,
  type PlatformOptions,
  type StoredFact,
} from '@stx/platform';
import { publicUrlOf } from '../account/installation.js';
import { MailOutbox } from './mail-outbox.js';
import { letterHtml, letterText } from './render-letter.js';
import { unsubscribeToken } from './unsubscribe-token.js';

/** A letter to a person becomes a mail to the person's address, once: the place moves in the same change. */
@Injectable()
export class PostLetterWhenWritten implements OnApplicationBootstrap {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(MailOutbox) private readonly outbox: MailOutbox,
    @Inject(PLATFORM_OPTIONS) private readonly options: PlatformOptions,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return subscribe(this.db, this.jobs, {
      name: 'identity.post-letter-when-written',
      source: 'notifications',
      types: ['LetterWritten'],
      handle: async (facts) => {
        for (const fact of facts) await this.post(fact);
      },
    });
  }

  /** A person who is gone gets none. */
  private async post({ subjectId: personId, data }: StoredFact): Promise<void> {
    const [person] = await this.db.query<{ email: string }>(
      'SELECT email FROM person WHERE id = $1 AND email_verified',
      [personId],
    );
    if (!person) return;
    const { kind, isMandatory, subject, parts } = data as LetterWritten;
    const site = publicUrlOf(this.options.config);
    const token = unsubscribeToken({ personId, kind }, this.options.secret);
    const unsubscribeUrl = isMandatory ? null : `${site}/unsubscribe?token=${token}`;
    const foot = { settingsUrl: `${site}/account/notifications`, unsubscribeUrl };
    await this.outbox.send({
      ...{ to: person.email, kind, subject, unsubscribeUrl, isMandatory },
      text: letterText(site, parts, foot),
      html: letterHtml(site, parts, foot),
    });
  }
}
