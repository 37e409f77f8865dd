import { Inject, Injectable } from '@nestjs/common';
import type { Language, Viewer } from '@stx/platform';
import type { Origin } from './auth-call.js';
import { PasskeySignIn, type PasskeyAnswer } from './passkey-sign-in.js';
import { PasswordSignIn, type SignInInput, type SignInReply } from './password-sign-in.js';
import { RecoverPassword } from './recover-password.js';
import { SecondFactor, type EnrolReply, type FactorInput, type FactorReply } from './second-factor.js';
import { SessionActs } from './session-acts.js';
import { Sessions, type Access, type Credentials } from './sessions.js';
import { SignUp, type SignUpInput, type SignUpReply } from './sign-up.js';

type Cookie = string | null | undefined;

/** The accounts' face to the gateway: header texts in, `Set-Cookie` lines and codes out, no HTTP framework. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(PasswordSignIn) private readonly password: PasswordSignIn,
    @Inject(PasskeySignIn) private readonly passkey: PasskeySignIn,
    @Inject(SecondFactor) private readonly factor: SecondFactor,
    @Inject(SignUp) private readonly account: SignUp,
    @Inject(RecoverPassword) private readonly recovery: RecoverPassword,
    @Inject(SessionActs) private readonly acts: SessionActs,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Who asks. Nothing shown, or nothing good: an anonymous viewer. */
  async viewerOf(credentials: Credentials, language: Language): Promise<Viewer> {
    return (await this.sessions.accessOf(credentials, language)).viewer;
  }

  /** Who asks, and what is still missing: a confirmed address, a second factor. */
  accessOf(credentials: Credentials, language: Language): Promise<Access> {
    return this.sessions.accessOf(credentials, language);
  }

  signIn(input: SignInInput): Promise<SignInReply> {
    return this.password.run(input);
  }

  passkeyChallenge(origin: Origin) {
    return this.passkey.challenge(origin);
  }

  signInByPasskey(answer: PasskeyAnswer) {
    return this.passkey.run(answer);
  }

  /** Answers a sign-in's challenge, finishes enrolling, or freshens the session's factor. */
  verifySecondFactor(input: FactorInput): Promise<FactorReply> {
    return this.factor.verify(input);
  }

  enrolSecondFactor(cookie: Cookie, password: string): Promise<EnrolReply> {
    return this.factor.enrol(cookie, password);
  }

  signUp(input: SignUpInput): Promise<SignUpReply> {
    return this.account.run(input);
  }

  confirmEmail(token: string) {
    return this.account.confirmEmail(token);
  }

  confirmAgain(email: string) {
    return this.account.confirmAgain(email);
  }

  recoverPassword(email: string) {
    return this.recovery.request(email);
  }

  resetPassword(token: string, newPassword: string) {
    return this.recovery.finish(token, newPassword);
  }

  signOut(cookie: Cookie) {
    return this.acts.signOut(cookie);
  }

  signOutEverywhere(cookie: Cookie) {
    return this.acts.signOutEverywhere(cookie);
  }

  actFor(cookie: Cookie, organizationId: string) {
    return this.acts.actFor(cookie, organizationId);
  }
}
