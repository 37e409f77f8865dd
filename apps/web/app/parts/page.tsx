import type { ReactNode } from 'react';
import { m } from '../messages/generated/messages';
import { Link } from './link';

export interface Crumb {
  to: string;
  label: string;
}

interface Props {
  title: string;
  /** Shown instead of the title as the heading. */
  heading?: ReactNode;
  description?: string;
  /** Small line above the heading: number, state. */
  over?: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** Last step of the breadcrumb where the title is too long for it. */
  crumb?: string;
  hasErrors?: boolean;
  /** Leaves the top of a narrow screen to what follows. */
  compact?: boolean;
  children: ReactNode;
}

/** One page: its title, one h1, and where it stands. */
export function Page({
  title,
  heading,
  description,
  over,
  lead,
  crumbs,
  crumb,
  hasErrors,
  compact,
  children,
}: Props) {
  const full = `${hasErrors ? m.error_title({ title }) : title} · ${m.venue_name()}`;
  return (
    <>
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      <meta property="og:title" content={full} />
      {description && <meta property="og:description" content={description} />}
      <div className="wrap pt-6 pb-16">
        {crumbs && <Breadcrumb crumbs={crumbs} here={crumb ?? title} />}
        <header className={compact ? 'mb-3 md:mb-8' : 'mb-8'}>
          {over && (
            <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
              {over}
            </div>
          )}
          <h1 tabIndex={-1} className={`max-w-reading ${compact ? 'max-md:text-h4' : ''}`}>
            {heading ?? title}
          </h1>
          {lead && <p className="mt-3 max-w-reading text-lead text-muted">{lead}</p>}
        </header>
        {children}
      </div>
    </>
  );
}

function Breadcrumb({ crumbs, here }: { crumbs: Crumb[]; here: string }) {
  return (
    <nav aria-label={m.breadcrumb()} className="no-print mb-4 text-small">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <Link to="/">{m.home_short()}</Link>
        </li>
        {crumbs.map(({ to, label }) => (
          <li key={to} className="before:mr-2 before:text-muted before:content-['/']">
            <Link to={to}>{label}</Link>
          </li>
        ))}
        <li aria-current="page" className="max-w-full truncate text-muted before:mr-2 before:content-['/']">
          {here}
        </li>
      </ol>
    </nav>
  );
}
