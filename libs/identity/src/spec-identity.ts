import { DomainDatabase, PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { startDomains, totpCode, type TestDomain } from '@stx/testing';
import { Clock } from './clock.js';
import { IdentityModule, identitySchema, SignIn } from './index.js';
import { cookieHeaderOf } from './sign-in/session-cookie.js';

export const PASSWORD = 'correct-horse-battery';
const MINUTE = 60_000;

export interface SpecIdentity extends TestDomain {
  signIn: SignIn;
  db: DomainDatabase;
  /** Turns the clock on; what better-auth stamps itself stays at the real time. */
  pass(minutes: number): void;
  setDemo(isDemo: boolean): void;
  /** A confirmed account. */
  person(name?: string): Promise<{ email: string; id: string }>;
  /** The cookie header of a fresh session. */
  cookieOf(email: string, password?: string): Promise<string>;
  /** An admitted organization in which the person has `role`. */
  admitted(personId: string, role: string): Promise<string>;
  /** The newest letter to an address. */
  letter(to: string): Promise<{ kind: string; text: string } | undefined>;
}

let count = 0;
export const freshEmail = () => `person${++count}@example.org`;

/** The token in a letter's link. */
export const tokenIn = (text: string): string => decodeURIComponent(/token=(\S+)/.exec(text)![1]!);

/** The code an authenticator shows for an `otpauth:` address, `step` periods from now. */
export const codeOf = (totpUri: string, step = 0): string =>
  totpCode(new URL(totpUri).searchParams.get('secret')!, step);

export async function startIdentity(env: Record<string, string> = {}): Promise<SpecIdentity> {
  const started = await startDomains(
    [IdentityModule],
    [identitySchema, { domain: 'notifications', migrations: [] }],
    env,
  );
  const [signIn, db, clock] = [started.get(SignIn), started.get(DomainDatabase), started.get(Clock)];
  const options = started.app.get<PlatformOptions>(PLATFORM_OPTIONS);
  let ahead = 0;
  clock.now = () => new Date(Date.now() + ahead);
  const letter: SpecIdentity['letter'] = async (to) =>
    (
      await db.query<{ kind: string; text: string }>(
        'SELECT kind, text FROM mail WHERE to_address = $1 ORDER BY id DESC',
        [to],
      )
    )[0];
  return Object.assign(started, {
    signIn,
    db,
    letter,
    pass: (minutes: number) => void (ahead += minutes * MINUTE),
    setDemo: (isDemo: boolean) => void (options.isDemo = isDemo),
    person: async (name = 'Test Person') => {
      const email = freshEmail();
      await signIn.signUp({ name, email, password: PASSWORD });
      await signIn.confirmEmail(tokenIn((await letter(email))!.text));
      const [row] = await db.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
      return { email, id: row!.id };
    },
    cookieOf: async (email: string, password = PASSWORD) => {
      const reply = await signIn.signIn({ email, password });
      if (!reply.ok) throw new Error(reply.code);
      return cookieHeaderOf(reply.setCookie);
    },
    admitted: async (personId: string, role: string) => {
      const [row] = await db.query<{ id: string }>(
        `WITH o AS (INSERT INTO organization (id, ref, kind, name_zh, credit_code, admission, submitted_at, decided_at)
           VALUES (gen_random_uuid(), gen_random_uuid(), 'ENTERPRISE', '测试', substr(md5(random()::text), 1, 18), 'ADMITTED', now(), now())
           RETURNING id)
         INSERT INTO membership (id, person_id, organization_id, role, valid_from)
         SELECT gen_random_uuid(), $1, o.id, $2, now() - interval '1 minute' FROM o RETURNING organization_id AS id`,
        [personId, role],
      );
      return row!.id;
    },
  });
}
