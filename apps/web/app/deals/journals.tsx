import { formatAmount } from '@stx/format';
import type { DealPageQuery } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Table } from '../parts/table';
import { When } from '../parts/when';
import { journalKind } from '../terms/ledger';

type Journal = NonNullable<DealPageQuery['deal']>['journals'][number];

/** Ledger lines as booked: debit positive, credit negative, every journal sums to zero. */
export function Journals({ journals }: { journals: Journal[] }) {
  return (
    <Table
      caption={m.journals_caption()}
      head={[
        m.column_journal(),
        m.column_time(),
        m.column_account(),
        { label: m.column_amount(), isNumber: true },
      ]}
    >
      {journals.flatMap(({ id, at, kind, currency, entries }) =>
        entries.map(({ account, amount }, i) => (
          <tr key={`${id} ${i}`}>
            {i === 0 && (
              <>
                <th scope="rowgroup" rowSpan={entries.length}>
                  {journalKind(kind)}
                </th>
                <td className="whitespace-nowrap" rowSpan={entries.length}>
                  <When at={at} as="exact" />
                </td>
              </>
            )}
            <td>
              <code>{account}</code>
            </td>
            <td className="number">
              {formatAmount({ amount, currency })} {currency}
            </td>
          </tr>
        )),
      )}
    </Table>
  );
}
