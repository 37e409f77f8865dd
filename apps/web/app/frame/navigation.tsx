import { useLocation } from 'react-router';
import { plainPath } from '../i18n/language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { LanguageSwitch } from './language-switch';

export const mainPages = () => [
  { to: '/achievements', label: m.nav_achievements() },
  { to: '/demands', label: m.nav_demands() },
  { to: '/trade', label: m.nav_trade(), also: '/lots' },
  { to: '/deals', label: m.nav_deals() },
  { to: '/statistics', label: m.nav_statistics() },
  { to: '/organizations', label: m.nav_organizations() },
];

/** True on the page itself and below it. */
export function useIsHere(): (path: string) => boolean {
  const here = plainPath(useLocation().pathname);
  return (path) => here === path || here.startsWith(`${path}/`);
}

export function MainNavigation() {
  const isHere = useIsHere();
  return (
    <nav aria-label={m.nav_main()} className="-mx-3 hidden md:block">
      <ul className="flex">
        {mainPages().map(({ to, label, also }) => (
          <li key={to}>
            <Link
              className="nav-link"
              to={to}
              aria-current={isHere(to) || (also && isHere(also)) ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function NavigationMenu() {
  const isHere = useIsHere();
  return (
    <details className="menu md:hidden">
      <summary className="font-semibold">{m.nav_menu()}</summary>
      <nav aria-label={m.nav_main()} className="menu-body">
        <ul>
          {mainPages().map(({ to, label }) => (
            <li key={to}>
              <Link
                className="flex min-h-11 items-center"
                to={to}
                aria-current={isHere(to) ? 'page' : undefined}
              >
                {label}
              </Link>
            </li>
          ))}
          <li className="mt-2 border-t border-hairline pt-2">
            <LanguageSwitch className="-ml-2" />
          </li>
        </ul>
      </nav>
    </details>
  );
}
