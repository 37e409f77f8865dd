import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { mainPages } from './navigation';
import { ThemeSwitch } from './theme-switch';

export function Footer() {
  return (
    <footer className="footer border-t border-hairline bg-surface">
      <div className="wrap grid gap-8 py-10 sm:grid-cols-2 md:grid-cols-3">
        <div className="space-y-2">
          <p className="font-semibold">{m.venue_name()}</p>
          <p className="text-small text-muted">{m.footer_about()}</p>
        </div>
        <nav aria-label={m.nav_footer()}>
          <ul className="grid grid-cols-2 gap-x-4 gap-y-2 text-small">
            {mainPages().map(({ to, label }) => (
              <li key={to}>
                <Link className="inline-flex min-h-6 items-center" to={to}>
                  {label}
                </Link>
              </li>
            ))}
            <li>
              <a className="inline-flex min-h-6 items-center" href="/graphql">
                {m.footer_api()}
              </a>
            </li>
            <li>
              <Link className="inline-flex min-h-6 items-center" to="/statistics.csv" reloadDocument>
                {m.footer_open_data()}
              </Link>
            </li>
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
