import { formatNumber } from '@stx/format';
import { Link as RouterLink } from 'react-router';
import { type AchievementState, MyAchievements } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Empty } from '../parts/empty';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { pageArguments, Pager } from '../parts/pager';
import { Table } from '../parts/table';
import { Tag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { ask } from '../server/ask';
import { achievementKind, achievementState, choices } from '../terms/terms';
import { readinessWords } from '../achievements/maturity';
import type { Route } from './+types/library.route';

const isState = (text: string | null): text is AchievementState =>
  text !== null && Object.hasOwn(achievementState, text);

export async function loader(asked: Route.LoaderArgs) {
  const chosen = new URL(asked.request.url).searchParams.get('state');
  const state = isState(chosen) ? chosen : undefined;
  const { myAchievements } = await ask(asked, MyAchievements, { state, ...pageArguments(asked.request) });
  return { achievements: myAchievements, state: state ?? null };
}

export default function Library({ loaderData: { achievements, state } }: Route.ComponentProps) {
  const { nodes, totalCount, pageInfo } = achievements;
  return (
    <Page title={m.nav_library()} lead={m.library_lead()}>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <nav aria-label={m.filters()}>
          <ul className="flex flex-wrap">
            {[{ value: '', label: m.all_states() }, ...choices(achievementState)].map(({ value, label }) => (
              <li key={value}>
                <RouterLink
                  className="nav-link"
                  to={value ? `?state=${value}` : '?'}
                  aria-current={value === (state ?? '') ? 'page' : undefined}
                >
                  {label}
                </RouterLink>
              </li>
            ))}
          </ul>
        </nav>
        <Link className="button" to="/u/imports">
          {m.import_a_file()}
        </Link>
      </div>
      <p role="status" className="mb-4 font-semibold">
        {m.results_count({ total: formatNumber(totalCount) })}
      </p>
      {nodes.length === 0 ? (
        <Empty title={m.library_empty()}>
          <Link to="/u/imports">{m.import_a_file()}</Link>
        </Empty>
      ) : (
        <Table
          caption={m.library_caption()}
          head={[m.column_achievement(), m.column_state(), m.facet_kind(), m.facet_trl(), m.confirmed_on()]}
        >
          {nodes.map((achievement) => (
            <tr key={achievement.id}>
              <th scope="row">
                {achievement.state === 'PUBLISHED' ? (
                  <Link to={`/achievements/${achievement.ref}`}>
                    <Text of={achievement.title} />
                  </Link>
                ) : (
                  <Text of={achievement.title} />
                )}
                <span className="block text-small text-muted figures">{achievement.ref}</span>
              </th>
              <td>
                <Tag tone={achievement.state === 'PUBLISHED' ? 'good' : 'neutral'}>
                  {achievementState[achievement.state]()}
                </Tag>
              </td>
              <td>{achievementKind[achievement.kind]()}</td>
              <td>{readinessWords(achievement.trlLevel) ?? m.not_stated()}</td>
              <td className="whitespace-nowrap">
                {achievement.confirmedAt ? <When at={achievement.confirmedAt} /> : '–'}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pager shown={nodes.length} total={totalCount} pageInfo={pageInfo} />
    </Page>
  );
}
