import { refuse, type DomainDatabase } from '@stx/platform';
import type { Sessions } from '../sign-in/sessions.js';

/** The person of a running session; tokens keep no account. @throws Refused SIGN_IN_REQUIRED */
export async function signedInPerson(
  db: DomainDatabase,
  sessions: Sessions,
  cookie: string | null | undefined,
): Promise<{ id: string; email: string }> {
  const { viewer, by } = await sessions.accessOf({ cookie }, 'en');
  if (by !== 'session' || viewer.personId === null) return refuse('SIGN_IN_REQUIRED');
  const [person] = await db.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [
    viewer.personId,
  ]);
  return { id: viewer.personId, email: person!.email };
}
