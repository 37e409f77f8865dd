import { Form } from 'react-router';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Account } from './account';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { MainNavigation, NavigationMenu } from './navigation';
import { useClosingMenus } from './use-closing-menus';

export function Header() {
  useClosingMenus();
  return (
    <header className="masthead">
      <div className="wrap">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <Link to="/" className="plain mr-auto inline-flex min-h-11 items-center gap-3 font-semibold">
            <Mark />
            <span className="sm:hidden">{m.venue_short()}</span>
            <span className="text-h4 max-sm:hidden">{m.venue_name()}</span>
          </Link>
          <HeaderSearch />
          <div className="tools flex items-center gap-1">
            <LanguageSwitch className="max-md:hidden" />
            <Account />
            <NavigationMenu />
          </div>
        </div>
        <MainNavigation />
      </div>
    </header>
  );
}

function HeaderSearch() {
  const address = useAddress();
  return (
    <Form
      role="search"
      action={address('/achievements')}
      className="tools hidden items-center md:flex"
      aria-label={m.search_site()}
    >
      <label className="sr-only" htmlFor="site-search">
        {m.search_label()}
      </label>
      <input className="input w-64 rounded-r-none" id="site-search" name="q" type="search" maxLength={200} />
      <button className="button quiet -ml-px rounded-l-none" type="submit">
        {m.search_button()}
      </button>
    </Form>
  );
}
