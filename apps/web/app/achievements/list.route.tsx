import { formatNumber } from '@stx/format';
import { Form, Link as RouterLink, useSearchParams } from 'react-router';
import { AchievementList } from '../data/generated/operations';
import { useViewer } from '../frame/use-root';
import { useAddress } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { ask } from '../server/ask';
import type { Route } from './+types/list.route';
import { Chips } from './chips';
import { Facets } from './facets';
import { filterOf, withoutFilters } from './filter';
import { AchievementItem } from './row';

export async function loader(asked: Route.LoaderArgs) {
  const search = new URL(asked.request.url).searchParams;
  const text = search.get('q')?.trim().slice(0, 200) || undefined;
  const sort = search.get('sort') === 'NEWEST' || (!text && !search.has('sort')) ? 'NEWEST' : 'RELEVANCE';
  const { achievements } = await ask(asked, AchievementList, {
    text,
    filter: filterOf(search),
    sort,
    ...pageArguments(asked.request),
  });
  // whose achievements they are is chosen on the organization's page
  const facets = achievements.facets.filter(({ name }) => name !== 'organizationId');
  return { achievements: { ...achievements, facets }, text: text ?? '', sort, now: new Date().toISOString() };
}

export default function Achievements({
  loaderData: { achievements, text, sort, now },
}: Route.ComponentProps) {
  const { nodes, totalCount, facets, pageInfo, isDegraded } = achievements;
  const title = text ? m.achievements_found({ text }) : m.nav_achievements();
  return (
    <Page
      title={title}
      heading={m.nav_achievements()}
      description={m.achievements_lead()}
      lead={m.achievements_lead()}
    >
      <SearchBox text={text} />
      {isDegraded && <Callout tone="care" title={m.search_degraded()} />}
      <div className="grid gap-x-10 md:grid-cols-[264px_minmax(0,1fr)]">
        <aside id="filters" aria-label={m.filters()} className="filters">
          <a href="#results" className="button quiet dense mb-4 md:hidden">
            {m.close_filters()}
          </a>
          <Facets facets={facets} total={totalCount} />
        </aside>
        <section id="results" aria-label={m.results()} className="min-w-0">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <p role="status" className="font-semibold">
              {m.results_count({ total: formatNumber(totalCount) })}
            </p>
            <a href="#filters" className="button quiet dense md:hidden">
              {m.filters()}
            </a>
            <SortLinks sort={sort} />
          </div>
          <Chips />
          {nodes.length > 0 ? (
            <ol className="rows">
              {nodes.map(({ achievement, titleHighlight, summaryHighlight }) => (
                <li key={achievement.ref}>
                  <AchievementItem
                    achievement={achievement}
                    now={now}
                    level={2}
                    title={titleHighlight}
                    summary={summaryHighlight}
                  />
                </li>
              ))}
            </ol>
          ) : (
            <NothingFound text={text} />
          )}
          <Pager shown={nodes.length} total={totalCount} pageInfo={pageInfo} />
        </section>
      </div>
    </Page>
  );
}

function SearchBox({ text }: { text: string }) {
  const address = useAddress();
  return (
    <Form
      role="search"
      action={address('/achievements')}
      aria-label={m.search_label()}
      className="mb-8 flex max-w-reading"
    >
      <label className="sr-only" htmlFor="q">
        {m.search_label()}
      </label>
      <input
        className="input rounded-r-none"
        id="q"
        key={text}
        name="q"
        type="search"
        defaultValue={text}
        maxLength={200}
        placeholder={m.search_example()}
      />
      <button className="button -ml-px flex-none rounded-l-none" type="submit">
        {m.search_button()}
      </button>
    </Form>
  );
}

function SortLinks({ sort }: { sort: string }) {
  const [search] = useSearchParams();
  const to = (value: string) => {
    const next = new URLSearchParams(search);
    next.delete('at');
    next.set('sort', value);
    return `?${next}`;
  };
  const choices = [
    ['RELEVANCE', m.sort_relevance()],
    ['NEWEST', m.sort_newest()],
  ] as const;
  return (
    <nav aria-label={m.sort()} className="flex gap-4 text-small">
      <span className="text-muted">{m.sort()}</span>
      {choices.map(([value, label]) =>
        value === sort ? (
          <span key={value} aria-current="true" className="font-semibold">
            {label}
          </span>
        ) : (
          <RouterLink
            key={value}
            to={to(value)}
            preventScrollReset
            className="inline-flex min-h-6 items-center"
          >
            {label}
          </RouterLink>
        ),
      )}
    </nav>
  );
}

function NothingFound({ text }: { text: string }) {
  const [search] = useSearchParams();
  const viewer = useViewer();
  return (
    <Empty title={m.nothing_found()}>
      <ul className="list-disc space-y-1 pl-5">
        {filterOf(search) && (
          <li>
            <RouterLink to={withoutFilters(search)}>{m.nothing_found_clear()}</RouterLink>
          </li>
        )}
        {text && <li>{m.nothing_found_words()}</li>}
        <li>
          <Link to={viewer ? '/e/demands/new' : '/sign-up'}>{m.nothing_found_demand()}</Link>
        </li>
      </ul>
    </Empty>
  );
}
