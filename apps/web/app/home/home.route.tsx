import { formatNumber } from '@stx/format';
import { Form } from 'react-router';
import { AchievementItem } from '../achievements/row';
import { DealTable } from '../deals/table';
import {
  DealList,
  DemandList,
  LotList,
  NewestAchievements,
  TurnoverHeadline,
} from '../data/generated/operations';
import { DemandItem } from '../demands/row';
import { useAddress } from '../i18n/use-language';
import { LotRows } from '../lots/row';
import { soonestFirst } from '../lots/soonest-first';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Headline } from '../parts/money';
import { askPart } from '../server/ask';
import type { Route } from './+types/home.route';
import { Doors } from './doors';
import { Part } from './part';

export async function loader(asked: Route.LoaderArgs) {
  const [running, coming, achievements, demands, deals, statistics] = await Promise.all([
    askPart(asked, LotList, { state: ['LIVE', 'PAUSED', 'CLOSED'], first: 4 }),
    askPart(asked, LotList, { state: ['SCHEDULED'], first: 24 }),
    askPart(asked, NewestAchievements, { first: 5 }),
    askPart(asked, DemandList, { first: 4 }),
    askPart(asked, DealList, { first: 5 }),
    askPart(asked, TurnoverHeadline),
  ]);
  return { running, coming, achievements, demands, deals, statistics, now: new Date().toISOString() };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { running, coming, achievements, demands, deals, now } = loaderData;
  return (
    <>
      <title>{`${m.venue_name()} · ${m.venue_tagline()}`}</title>
      <meta name="description" content={m.footer_about()} />
      <div className="border-b border-hairline bg-surface">
        <div className="wrap py-10 md:py-16">
          <h1 tabIndex={-1} className="max-w-reading">
            {m.venue_tagline()}
          </h1>
          <HomeSearch />
          <Figures {...loaderData} />
        </div>
      </div>
      <div className="wrap space-y-14 py-12">
        <Doors />
        <Part title={m.home_lots()} more={{ to: '/trade', label: m.see_all() }} part={running}>
          {({ lots }) => {
            const all = [...lots.nodes, ...(coming.ok ? soonestFirst(coming.data.lots.nodes) : [])].slice(
              0,
              4,
            );
            return all.length > 0 ? (
              <LotRows lots={all} />
            ) : (
              <Empty title={m.trade_now_empty()}>{m.home_lots_empty()}</Empty>
            );
          }}
        </Part>
        <Part
          title={m.home_achievements()}
          more={{ to: '/achievements', label: m.see_all() }}
          part={achievements}
        >
          {({ achievements: { nodes } }) =>
            nodes.length > 0 ? (
              <ol className="rows">
                {nodes.map(({ achievement }) => (
                  <li key={achievement.ref}>
                    <AchievementItem achievement={achievement} now={now} />
                  </li>
                ))}
              </ol>
            ) : (
              <Empty title={m.home_achievements_empty()} />
            )
          }
        </Part>
        <Part title={m.home_demands()} more={{ to: '/demands', label: m.see_all() }} part={demands}>
          {({ demands: { nodes } }) =>
            nodes.length > 0 ? (
              <ol className="rows">
                {nodes.map((demand) => (
                  <li key={demand.id}>
                    <DemandItem demand={demand} now={now} />
                  </li>
                ))}
              </ol>
            ) : (
              <Empty title={m.demands_none()}>
                <Link to="/e/demands/new">{m.nav_post_demand()}</Link>
              </Empty>
            )
          }
        </Part>
        <Part title={m.home_deals()} more={{ to: '/deals', label: m.see_all() }} part={deals}>
          {({ deals: { nodes } }) =>
            nodes.length > 0 ? <DealTable deals={nodes} /> : <Empty title={m.deals_none()} />
          }
        </Part>
      </div>
    </>
  );
}

function HomeSearch() {
  const address = useAddress();
  return (
    <Form
      role="search"
      action={address('/achievements')}
      aria-label={m.search_label()}
      className="mt-6 flex max-w-reading"
    >
      <label className="sr-only" htmlFor="q">
        {m.search_label()}
      </label>
      <input
        className="input min-h-14 rounded-r-none text-h4"
        id="q"
        name="q"
        type="search"
        maxLength={200}
        placeholder={m.search_example()}
      />
      <button className="button live -ml-px flex-none rounded-l-none" type="submit">
        {m.search_button()}
      </button>
    </Form>
  );
}

/** Counters of the exchange, each leading to its list; a counter that cannot be had is left out. */
function Figures({ achievements, demands, statistics }: Route.ComponentProps['loaderData']) {
  const figures = [
    achievements.ok && {
      to: '/achievements',
      label: m.nav_achievements(),
      value: formatNumber(achievements.data.achievements.totalCount),
    },
    demands.ok && {
      to: '/demands',
      label: m.nav_demands(),
      value: formatNumber(demands.data.demands.totalCount),
    },
    statistics.ok && {
      to: '/deals',
      label: m.deals_count(),
      value: formatNumber(statistics.data.statistics.deals),
    },
    statistics.ok && {
      to: '/statistics',
      label: m.turnover(),
      value: <Headline of={statistics.data.statistics.turnover} />,
    },
  ].filter((figure) => figure !== false);
  return (
    <dl className="mt-10 grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-4">
      {figures.map(({ to, label, value }) => (
        <div key={label} className="flex flex-col-reverse border-l-2 border-primary pl-4">
          <dt className="text-small">
            <Link to={to}>{label}</Link>
          </dt>
          <dd className="text-h2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
