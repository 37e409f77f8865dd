import type { Role } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Text } from '../parts/text';
import { useIsHere } from './navigation';
import { useViewer } from './use-root';

interface Place {
  to: string;
  label: () => string;
  roles: Role[] | 'all';
}

const PLACES: Place[] = [
  { to: '/home', label: m.my_desk, roles: 'all' },
  { to: '/inbox', label: m.inbox, roles: 'all' },
  { to: '/u/achievements', label: m.nav_library, roles: ['OFFICER'] },
  { to: '/u/imports', label: m.nav_imports, roles: ['OFFICER'] },
  { to: '/e/demands/new', label: m.nav_post_demand, roles: ['BUYER', 'OFFICER'] },
  { to: '/e/bids', label: m.nav_my_bids, roles: ['BUYER'] },
  { to: '/e/deposits', label: m.nav_my_deposits, roles: ['BUYER'] },
  { to: '/b/queue', label: m.nav_queue, roles: ['BROKER'] },
  { to: '/o', label: m.nav_operations, roles: ['OPERATOR'] },
  { to: '/o/deposits', label: m.nav_deposit_queue, roles: ['OPERATOR'] },
  { to: '/o/admissions', label: m.nav_admissions, roles: ['OPERATOR'] },
  { to: '/o/jobs', label: m.nav_jobs, roles: ['OPERATOR'] },
  { to: '/o/outbox', label: m.nav_outbox, roles: ['OPERATOR'] },
];

/** Places of work for someone with these roles. */
export const placesFor = (roles: readonly Role[]): Place[] =>
  PLACES.filter((place) => place.roles === 'all' || place.roles.some((role) => roles.includes(role)));

/** A signed-in person always sees for whom they act, and their places of work. */
export function Workspace() {
  const viewer = useViewer();
  const isHere = useIsHere();
  if (!viewer) return null;
  return (
    <nav aria-label={m.nav_workspace()} className="workspace bg-surface text-small">
      <div className="wrap flex flex-wrap items-center gap-x-5 gap-y-1 py-2">
        <p className="text-muted">
          {viewer.organization ? (
            <>
              {m.you_act_for()} <Text of={viewer.organization.name} />
            </>
          ) : (
            m.no_organization()
          )}
        </p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {placesFor(viewer.roles).map(({ to, label }) => (
            <li key={to}>
              <Link
                className="inline-flex min-h-6 items-center aria-[current=page]:font-semibold aria-[current=page]:text-text"
                to={to}
                aria-current={isHere(to) ? 'page' : undefined}
              >
                {label()}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
