import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, toMoney } from '@stx/platform';
import { lastQuarters } from './quarters.js';

type Dimension = 'total' | 'quarter' | 'field' | 'mode' | 'origin' | 'destination';

/** Sums of one group, minor units of CNY. */
interface Cell {
  dimension: Dimension;
  key: string;
  deals: number;
  turnover: string;
  technologyAmount: string;
}

const QUARTERS = 13;
const NOTHING = { deals: 0, turnover: '0', technologyAmount: '0' };

/**
 * All groups in one statement, so that every breakdown adds up to the same total. Only deals in CNY: amounts of two
 * currencies have no sum. A deal without a field or region counts under UNKNOWN.
 */
const CELLS = `
  SELECT g.dimension, coalesce(g.key, 'UNKNOWN') AS key, count(*)::int AS deals, sum(t.price)::text AS turnover,
         sum(t.technology_amount)::text AS "technologyAmount"
    FROM trade t CROSS JOIN LATERAL (VALUES
           ('total', ''),
           ('quarter', to_char(t.closed_at AT TIME ZONE interval '8 hours', 'YYYY"Q"Q')),
           ('field', t.field_code),
           ('mode', t.mode),
           ('origin', t.origin_region),
           ('destination', t.destination_region)) AS g(dimension, key)
   WHERE t.currency = 'CNY'
   GROUP BY 1, 2
   ORDER BY 1, sum(t.price) DESC, 2`;

/** Public figures of the exchange, computed from the trade log at each call. */
@Injectable()
export class Statistics {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** @param now its quarter is the last of the 13 */
  async current(now = new Date()) {
    const cells = await this.db.query<Cell>(CELLS);
    const by = (dimension: Dimension) => cells.filter((cell) => cell.dimension === dimension);
    const quarters = new Map(by('quarter').map((cell) => [cell.key, cell]));
    return {
      asOf: now.toISOString(),
      ...figures(by('total')[0] ?? NOTHING),
      quarters: lastQuarters(now, QUARTERS).map((quarter) => ({
        quarter,
        ...figures(quarters.get(quarter) ?? NOTHING),
      })),
      byField: by('field').map(toCell),
      byMode: by('mode').map(toCell),
      byOrigin: by('origin').map(toCell),
      byDestination: by('destination').map(toCell),
    };
  }
}

const figures = ({
  deals,
  turnover,
  technologyAmount,
}: Pick<Cell, 'deals' | 'turnover' | 'technologyAmount'>) => ({
  deals,
  turnover: toMoney(turnover),
  technologyAmount: toMoney(technologyAmount),
});

const toCell = ({ key, deals, turnover }: Cell) => ({ key, deals, turnover: toMoney(turnover) });
