import { formatAmount, formatNumber, formatPercent, formatQuarter } from '@stx/format';
import type { StatisticsPageQuery } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Table } from '../parts/table';

type Statistics = StatisticsPageQuery['statistics'];

const number = (label: string) => ({ label, isNumber: true as const });

export function QuarterTable({ statistics }: { statistics: Statistics }) {
  const language = useLanguage();
  return (
    <Table
      caption={m.quarters_caption()}
      head={[
        m.column_quarter(),
        number(m.deals_count()),
        number(m.turnover_cny()),
        number(m.technology_amount_cny()),
      ]}
      foot={
        <tr>
          <th scope="row">{m.total_since_start()}</th>
          <td className="number">{formatNumber(statistics.deals)}</td>
          <td className="number">{formatAmount(statistics.turnover)}</td>
          <td className="number">{formatAmount(statistics.technologyAmount)}</td>
        </tr>
      }
    >
      {statistics.quarters.toReversed().map(({ quarter, deals, turnover, technologyAmount }) => (
        <tr key={quarter}>
          <th scope="row" className="whitespace-nowrap">
            {formatQuarter(quarter, language)}
          </th>
          <td className="number">{formatNumber(deals)}</td>
          <td className="number">{formatAmount(turnover)}</td>
          <td className="number">{formatAmount(technologyAmount)}</td>
        </tr>
      ))}
    </Table>
  );
}

interface CellProps {
  caption: string;
  head: string;
  cells: Statistics['byField'];
  nameOf(key: string): string;
  total: string;
}

export function CellTable({ caption, head, cells, nameOf, total }: CellProps) {
  if (cells.length === 0) return <p className="text-muted">{m.no_deal_yet()}</p>;
  return (
    <Table
      caption={caption}
      head={[head, number(m.deals_count()), number(m.turnover_cny()), number(m.share())]}
    >
      {cells.map(({ key, deals, turnover }) => (
        <tr key={key}>
          <th scope="row">{key ? nameOf(key) : m.not_stated()}</th>
          <td className="number">{formatNumber(deals)}</td>
          <td className="number">{formatAmount(turnover)}</td>
          <td className="number">
            {total === '0' ? '–' : formatPercent(Number(turnover.amount) / Number(total))}
          </td>
        </tr>
      ))}
    </Table>
  );
}
