import { Module } from '@nestjs/common';
import { DomainDatabase, DomainDatabaseModule, PLATFORM_OPTIONS, subgraphModule } from '@stx/platform';
import { AccountLetters } from './account/account-letters.js';
import { AUTH, createAuth } from './account/auth.js';
import { Clock } from './clock.js';
import { SeedPeople } from './demo/seed-people.js';
import { DeliverMail } from './mail/deliver-mail.js';
import { MailOutbox } from './mail/mail-outbox.js';
import { PostLetterWhenWritten } from './mail/post-letter-when-written.js';
import { ApplyForAdmission } from './organization/apply-for-admission.js';
import { AppointOperator } from './organization/appoint-operator.js';
import { DecideAdmission } from './organization/decide-admission.js';
import { Memberships } from './organization/memberships.js';
import { OrganizationEntity } from './organization/organization.entity.js';
import { OrganizationsResolver } from './organization/organizations.resolver.js';
import { Organizations } from './organization/organizations.service.js';
import { AccountSecurity } from './security/account-security.js';
import { Passkeys } from './security/passkeys.js';
import { ProviderArrival } from './provider/provider-arrival.js';
import { ProviderSignIn } from './provider/provider-sign-in.js';
import { Attempts } from './sign-in/attempts.js';
import { PasskeySignIn } from './sign-in/passkey-sign-in.js';
import { PasswordSignIn } from './sign-in/password-sign-in.js';
import { RecoverPassword } from './sign-in/recover-password.js';
import { SecondFactor } from './sign-in/second-factor.js';
import { SessionActs } from './sign-in/session-acts.js';
import { Sessions } from './sign-in/sessions.js';
import { SignIn } from './sign-in/sign-in.service.js';
import { SignUp } from './sign-in/sign-up.js';
import { SweepExpired } from './sweep/sweep-expired.js';
import { ApiTokens } from './token/api-tokens.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';
import { Viewers } from './viewer/viewers.service.js';

@Module({
  imports: [
    DomainDatabaseModule.for('identity', [OrganizationEntity]),
    subgraphModule('identity', () => IdentityModule, new URL('./identity.graphql', import.meta.url)),
  ],
  providers: [
    { provide: AUTH, inject: [DomainDatabase, PLATFORM_OPTIONS, AccountLetters], useFactory: createAuth },
    Clock,
    MailOutbox,
    DeliverMail,
    PostLetterWhenWritten,
    AccountLetters,
    Attempts,
    Sessions,
    PasswordSignIn,
    PasskeySignIn,
    SecondFactor,
    SignUp,
    RecoverPassword,
    SessionActs,
    AccountSecurity,
    Passkeys,
    ProviderArrival,
    ProviderSignIn,
    SignIn,
    ApiTokens,
    Organizations,
    Memberships,
    ApplyForAdmission,
    DecideAdmission,
    AppointOperator,
    OrganizationsResolver,
    Viewers,
    ViewerResolver,
    SeedPeople,
    SweepExpired,
  ],
  exports: [
    SignIn,
    PasskeySignIn,
    ProviderSignIn,
    AccountSecurity,
    Passkeys,
    ApiTokens,
    MailOutbox,
    Organizations,
    Memberships,
    AppointOperator,
    SeedPeople,
  ],
})
export class IdentityModule {}
