import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { MailOutbox } from '../mail/mail-outbox.js';
import { publicUrlOf } from './installation.js';

/** What an account's owner is told by mail, in both languages: at this point none is known. */
@Injectable()
export class AccountLetters {
  private readonly site: string;

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(MailOutbox) private readonly outbox: MailOutbox,
    @Inject(PLATFORM_OPTIONS) options: PlatformOptions,
  ) {
    this.site = publicUrlOf(options.config);
  }

  confirmation(to: string, token: string): Promise<void> {
    const link = `${this.site}/sign-up/confirm?token=${encodeURIComponent(token)}`;
    return this.outbox.send({
      to,
      kind: 'confirm-email',
      subject: '请确认邮箱 · Confirm your address',
      text: `请在 24 小时内打开以下链接确认邮箱：\n${link}\n\nOpen this link within 24 hours to confirm your address:\n${link}\n`,
    });
  }

  /** Somebody signed up with an address that has an account already: only its owner learns so. */
  alreadyKnown(to: string): Promise<void> {
    return this.outbox.send({
      to,
      kind: 'already-known',
      subject: '该邮箱已有账户 · You already have an account',
      text:
        `有人用此邮箱再次注册。如为本人，请直接登录或找回密码：\n${this.site}/sign-in\n${this.site}/recover\n\n` +
        `Somebody signed up with this address again. If it was you, sign in or set a new password:\n` +
        `${this.site}/sign-in\n${this.site}/recover\n`,
    });
  }

  recovery(to: string, token: string): Promise<void> {
    const link = `${this.site}/recover?token=${encodeURIComponent(token)}`;
    return this.outbox.send({
      to,
      kind: 'recover-password',
      subject: '重设密码 · Set a new password',
      text: `请在 1 小时内打开以下链接重设密码：\n${link}\n\nOpen this link within an hour to set a new password:\n${link}\n`,
    });
  }

  /** Like `securityChanged`, for whoever knows the person only. */
  async securityChangedOf(personId: string): Promise<void> {
    const [person] = await this.db.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [
      personId,
    ]);
    await this.securityChanged(person!.email);
  }

  securityChanged(to: string): Promise<void> {
    return this.outbox.send({
      to,
      kind: 'security-changed',
      subject: '账户安全设置已更改 · Your account security changed',
      text:
        `您的密码、两步验证、通行密钥、登录方式、登录会话或访问令牌已更改。如非本人操作，请立即重设密码：\n${this.site}/recover\n\n` +
        `Your password, second factor, a passkey, a way to sign in, your sessions or an access token was changed. If it was not you, set a new password now:\n` +
        `${this.site}/recover\n`,
    });
  }
}
