import { formatAmount, toCsv, type MoneyValue } from '@stx/format';
import { StatisticsPage, type StatisticsPageQuery } from '../data/generated/operations';
import { ask } from '../server/ask';
import type { Route } from './+types/csv.route';

const plain = (money: MoneyValue) => formatAmount(money).replaceAll(',', '');

function rowsOf({
  quarters,
  byField,
  byMode,
  byOrigin,
  byDestination,
}: StatisticsPageQuery['statistics']): string[][] {
  const groups = { field: byField, mode: byMode, origin: byOrigin, destination: byDestination };
  return [
    ['table', 'key', 'deals', 'turnover', 'technology_amount', 'currency'],
    ...quarters.map(({ quarter, deals, turnover, technologyAmount }) => [
      'quarter',
      quarter,
      String(deals),
      plain(turnover),
      plain(technologyAmount),
      turnover.currency,
    ]),
    ...Object.entries(groups).flatMap(([table, cells]) =>
      cells.map(({ key, deals, turnover }) => [
        table,
        key,
        String(deals),
        plain(turnover),
        '',
        turnover.currency,
      ]),
    ),
  ];
}

/** The numbers of the page as one table, with codes instead of words. */
export async function loader(asked: Route.LoaderArgs) {
  const { statistics } = await ask(asked, StatisticsPage);
  return new Response(toCsv(rowsOf(statistics)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="stx-statistics.csv"',
    },
  });
}
