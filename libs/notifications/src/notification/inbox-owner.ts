import { refuse, type Viewer } from '@stx/platform';

/** Whose inbox it is: a person, who may act for an organization. @throws Refused SIGN_IN_REQUIRED */
export function requirePerson(viewer: Viewer): Viewer & { personId: string } {
  if (viewer.personId === null) refuse('SIGN_IN_REQUIRED');
  return viewer as Viewer & { personId: string };
}

/** What the viewer was told: as a person ($1), for the organization ($2) and in the roles ($3) acted for now. */
export const OWN = `(n.person_id = $1 OR (n.person_id IS NULL AND n.roles && $3::text[]
                     AND (n.organization_id IS NULL OR n.organization_id = $2)))`;

export const IS_READ = 'coalesce(r.read_at >= n.happened_at, false)';

export const INBOX = `notification n LEFT JOIN reading r ON r.notification_id = n.id AND r.person_id = $1`;

export const ownParameters = ({ personId, organizationId, roles }: Viewer): unknown[] => [
  personId,
  organizationId,
  roles,
];
