import { formatNumber } from '@stx/format';
import { Form, useLocation } from 'react-router';
import { plainText } from '../i18n/pick';
import { useAddress, useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Text } from '../parts/text';
import { role, termOf } from '../terms/terms';
import { useRoot, useViewer, type Viewer } from './use-root';

export function Account() {
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  if (viewer) return <AccountMenu viewer={viewer} />;
  const next = /\/sign-(in|up)$/.test(pathname) ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return (
    <Link className="button quiet dense" to={`/sign-in${next}`}>
      {m.sign_in()}
    </Link>
  );
}

function AccountMenu({ viewer }: { viewer: Viewer }) {
  const address = useAddress();
  const language = useLanguage();
  const unread = useRoot()?.unread ?? 0;
  return (
    <details className="menu">
      <summary>
        <span className="max-w-32 truncate sm:max-w-56">{viewer.name}</span>
        {unread > 0 && (
          <span className="unread-count figures">
            {formatNumber(unread)}
            <span className="sr-only"> {m.unread()}</span>
          </span>
        )}
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="menu-body space-y-4">
        <div>
          <p className="font-semibold">{viewer.name}</p>
          <p className="text-small text-muted">{viewer.email}</p>
        </div>
        <div>
          <p className="text-small text-muted">{m.acting_for()}</p>
          {viewer.organization ? (
            <p>
              <Text of={viewer.organization.name} />
            </p>
          ) : (
            <Link to="/join">{m.join_an_organization()}</Link>
          )}
          <p className="text-small text-muted">
            {viewer.roles.map((code) => termOf(role, code)).join(' · ')}
          </p>
        </div>
        <OrganizationSwitch viewer={viewer} />
        <p>
          <Link to="/home">{m.my_desk()}</Link>
        </p>
        <p>
          <Link to="/inbox">
            {unread > 0 ? m.inbox_with_unread({ unread: formatNumber(unread) }) : m.inbox()}
          </Link>
        </p>
        <p>
          <Link to="/account/security">{m.account_security()}</Link>
        </p>
        <Form method="post" action={address('/sign-out')}>
          <button className="button quiet w-full" type="submit" lang={language}>
            {m.sign_out()}
          </button>
        </Form>
      </div>
    </details>
  );
}

function OrganizationSwitch({ viewer }: { viewer: Viewer }) {
  const address = useAddress();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const others = viewer.memberships.filter(({ organization }) => organization.id !== viewer.organization?.id);
  if (others.length === 0) return null;
  return (
    <Form method="post" action={address('/act-for')}>
      <input type="hidden" name="next" value={pathname + search} />
      <p className="text-small text-muted">{m.act_for_another()}</p>
      <ul className="mt-1 space-y-1">
        {others.map(({ organization }) => (
          <li key={organization.id}>
            <button className="link-button text-start" name="organizationId" value={organization.id}>
              {plainText(organization.name, language)}
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}
