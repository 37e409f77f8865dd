import { formatAmount, type MoneyValue } from '@stx/format';
import type { DealRowFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Link } from '../parts/link';
import { Table } from '../parts/table';
import { StateTag } from '../parts/tag';
import { Text } from '../parts/text';
import { When } from '../parts/when';
import { fieldName } from '../terms/fields';
import { dealState } from '../terms/states';
import { saleMode } from '../terms/terms';

interface Props {
  deals: (DealRowFragment & { dueAmount?: MoneyValue | null })[];
  withDue?: boolean;
}

export function DealTable({ deals, withDue = false }: Props) {
  return (
    <Table
      caption={m.deals_caption()}
      head={[
        m.column_subject(),
        m.column_mode(),
        m.facet_field(),
        { label: m.column_price_cny(), isNumber: true },
        ...(withDue ? [{ label: m.column_due_cny(), isNumber: true as const }] : []),
        m.column_state(),
        m.column_closed(),
      ]}
    >
      {deals.map((deal) => (
        <tr key={deal.id}>
          <th scope="row">
            <Link to={`/deals/${deal.ref}`}>
              <Text of={deal.title} />
            </Link>
            <span className="block text-small text-muted figures">
              {deal.ref}
              {deal.isDemonstration && ` · ${m.demonstration()}`}
            </span>
          </th>
          <td className="whitespace-nowrap">{saleMode[deal.mode]()}</td>
          <td>{fieldName(deal.fieldCode) ?? '–'}</td>
          <td className="number">{formatAmount(deal.price)}</td>
          {withDue && <td className="number">{deal.dueAmount ? formatAmount(deal.dueAmount) : '–'}</td>}
          <td>
            <StateTag state={dealState[deal.state]} />
          </td>
          <td className="whitespace-nowrap">
            <When at={deal.closedAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
