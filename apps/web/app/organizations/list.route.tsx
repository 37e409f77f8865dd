import { formatNumber } from '@stx/format';
import { Form, useSearchParams } from 'react-router';
import { OrganizationList, type OrganizationKind } from '../data/generated/operations';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { DemonstrationTag } from '../parts/tag';
import { Text } from '../parts/text';
import { ask } from '../server/ask';
import { regionName } from '../terms/regions';
import { choices, organizationKind } from '../terms/terms';
import type { Route } from './+types/list.route';

const isKind = (text: string | null): text is OrganizationKind =>
  text !== null && Object.hasOwn(organizationKind, text);

export async function loader(asked: Route.LoaderArgs) {
  const kind = new URL(asked.request.url).searchParams.get('kind');
  return ask(asked, OrganizationList, {
    kind: isKind(kind) ? kind : undefined,
    ...pageArguments(asked.request),
  });
}

export default function Organizations({ loaderData: { organizations } }: Route.ComponentProps) {
  const { nodes, totalCount, pageInfo } = organizations;
  return (
    <Page title={m.nav_organizations()} lead={m.organizations_lead()} description={m.organizations_lead()}>
      <KindFilter />
      <p role="status" className="mb-4 font-semibold">
        {m.results_count({ total: formatNumber(totalCount) })}
      </p>
      {nodes.length > 0 ? (
        <ul className="rows">
          {nodes.map((organization) => (
            <li key={organization.id}>
              <h2 className="text-h4">
                <Link to={`/organizations/${organization.ref}`}>
                  <Text of={organization.name} />
                </Link>
              </h2>
              <p className="meta mt-1">
                <span>{organizationKind[organization.kind]()}</span>
                <span>{regionName(organization.regionCode)}</span>
                <span className="figures">{organization.ref}</span>
                <DemonstrationTag shown={organization.isDemonstration} />
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={m.organizations_none()}>
          <Link to="/organizations">{m.clear_filters()}</Link>
        </Empty>
      )}
      <Pager shown={nodes.length} total={totalCount} pageInfo={pageInfo} />
    </Page>
  );
}

function KindFilter() {
  const [search] = useSearchParams();
  const address = useAddress();
  const kind = search.get('kind') ?? '';
  return (
    <Form
      action={address('/organizations')}
      key={kind}
      className="mb-8 flex flex-wrap items-end gap-4"
      aria-label={m.filters()}
      role="search"
    >
      <div className="basis-72">
        <label htmlFor="kind" className="text-small">
          {m.organization_kind()}
        </label>
        <select className="input" id="kind" name="kind" defaultValue={kind}>
          <option value="">{m.all_kinds()}</option>
          {choices(organizationKind).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {m.apply_filters()}
      </button>
    </Form>
  );
}
