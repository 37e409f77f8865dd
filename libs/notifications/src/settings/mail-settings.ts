import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, type Language, type Viewer } from '@stx/platform';
import { requirePerson } from '../notification/inbox-owner.js';
import { ALL_KINDS, canBeOff, KINDS, kindsWith, type Kind } from '../notification/kinds.js';
import { refuse } from '../refusals.js';
import { nameOf } from '../texts/say.js';

export interface MailSettingsInput {
  mailLanguage?: 'ZH_CN' | 'EN' | null;
  offByMail: string[];
}

/** What one person has chosen. */
export interface MailChoice {
  /** Null: both. */
  language: Language | null;
  off: ReadonlySet<string>;
}

const toKind = (name: string): Kind =>
  ALL_KINDS.find((kind) => kind === name) ?? refuse('NO_SUCH_KIND', { field: 'kind' });

const checkedKind = (name: string): Kind => {
  const kind = toKind(name);
  return canBeOff(kind) ? kind : refuse('MAIL_IS_MANDATORY', { field: 'offByMail' });
};

/** Kinds that somebody with these roles may come to get. */
const openTo = (roles: readonly string[]): Kind[] =>
  kindsWith((rule) => rule.roles?.some((role) => roles.includes(role)) ?? true);

/** How a person is told by mail: set whole, so that a repeated request changes nothing. */
@Injectable()
export class MailSettings {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** The settings page of the viewer. @throws Refused SIGN_IN_REQUIRED */
  async mine(viewer: Viewer) {
    const { personId, roles } = requirePerson(viewer);
    const { language, off } = await this.of(personId);
    return {
      __typename: 'NotificationSettings' as const,
      mailLanguage: language && (language === 'en' ? 'EN' : 'ZH_CN'),
      kinds: openTo(roles).map((kind) => ({
        kind,
        topic: KINDS[kind].topic,
        name: nameOf(kind),
        mail: KINDS[kind].mail,
        byMail: KINDS[kind].mail !== 'NONE' && !off.has(kind),
      })),
    };
  }

  /** @throws Refused SIGN_IN_REQUIRED, NO_SUCH_KIND, MAIL_IS_MANDATORY */
  async set(viewer: Viewer, { mailLanguage, offByMail }: MailSettingsInput): Promise<void> {
    const { personId, roles } = requirePerson(viewer);
    const off = [...new Set(offByMail.map(checkedKind))];
    await this.db.change(async () => {
      await this.db.query('DELETE FROM mail_setting WHERE person_id = $1', [personId]);
      if (mailLanguage) {
        const language: Language = mailLanguage === 'EN' ? 'en' : 'zh-CN';
        await this.db.query('INSERT INTO mail_setting VALUES ($1, $2)', [personId, language]);
      }
      // what the person chose in another role was not shown here and stays
      await this.db.query('DELETE FROM mail_off WHERE person_id = $1 AND kind = ANY ($2)', [
        personId,
        openTo(roles),
      ]);
      await this.db.query('INSERT INTO mail_off SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [
        personId,
        off,
      ]);
    });
  }

  /** Behind the link in a mail. @throws Refused SIGN_IN_REQUIRED, NO_SUCH_KIND, MAIL_IS_MANDATORY */
  async turnOff(viewer: Viewer, name: string): Promise<void> {
    const { personId } = requirePerson(viewer);
    await this.db.query('INSERT INTO mail_off VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      personId,
      checkedKind(name),
    ]);
  }

  /** For the writer of letters. */
  async of(personId: string): Promise<MailChoice> {
    const [setting] = await this.db.query<{ language: Language }>(
      'SELECT language FROM mail_setting WHERE person_id = $1',
      [personId],
    );
    const off = await this.db.query<{ kind: string }>('SELECT kind FROM mail_off WHERE person_id = $1', [
      personId,
    ]);
    return { language: setting?.language ?? null, off: new Set(off.map(({ kind }) => kind)) };
  }
}
