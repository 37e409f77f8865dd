import { formatNumber } from '@stx/format';
import { Form, useSearchParams } from 'react-router';
import { DemandList } from '../data/generated/operations';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask } from '../server/ask';
import { fieldChoices } from '../terms/fields';
import type { Route } from './+types/list.route';
import { DemandItem } from './row';

export async function loader(asked: Route.LoaderArgs) {
  const search = new URL(asked.request.url).searchParams;
  const text = search.get('q')?.trim().slice(0, 200) || undefined;
  const fieldCode = search.getAll('fieldCode').filter(Boolean);
  const { demands } = await ask(asked, DemandList, {
    text,
    fieldCode: fieldCode.length > 0 ? fieldCode : undefined,
    ...pageArguments(asked.request),
  });
  return { demands, now: new Date().toISOString() };
}

export default function Demands({ loaderData: { demands, now } }: Route.ComponentProps) {
  return (
    <Page title={m.nav_demands()} lead={m.demands_lead()} description={m.demands_lead()}>
      <Filters />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="font-semibold">
          {m.results_count({ total: formatNumber(demands.totalCount) })}
        </p>
        <Link className="button quiet" to="/e/demands/new">
          {m.nav_post_demand()}
        </Link>
      </div>
      {demands.nodes.length > 0 ? (
        <ol className="rows">
          {demands.nodes.map((demand) => (
            <li key={demand.id}>
              <DemandItem demand={demand} now={now} level={2} />
            </li>
          ))}
        </ol>
      ) : (
        <Empty title={m.demands_none()}>
          <Link to="/demands">{m.clear_filters()}</Link>
        </Empty>
      )}
      <Pager shown={demands.nodes.length} total={demands.totalCount} pageInfo={demands.pageInfo} />
    </Page>
  );
}

function Filters() {
  const [search] = useSearchParams();
  const address = useAddress();
  return (
    <Form
      role="search"
      action={address('/demands')}
      key={search.toString()}
      aria-label={m.filters()}
      className="mb-8 flex max-w-content flex-wrap items-end gap-4"
    >
      <div className="min-w-0 flex-1 basis-64">
        <label htmlFor="q" className="text-small">
          {m.search_words()}
        </label>
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          defaultValue={search.get('q') ?? ''}
          maxLength={200}
        />
      </div>
      <div className="basis-56 max-sm:flex-1">
        <label htmlFor="fieldCode" className="text-small">
          {m.facet_field()}
        </label>
        <select
          className="input"
          id="fieldCode"
          name="fieldCode"
          defaultValue={search.get('fieldCode') ?? ''}
        >
          <option value="">{m.all_fields()}</option>
          {fieldChoices().map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {m.search_button()}
      </button>
    </Form>
  );
}
