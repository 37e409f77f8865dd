import { formatNumber } from '@stx/format';
import { StatisticsPage } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Headline } from '../parts/money';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { When } from '../parts/when';
import { ask } from '../server/ask';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { saleMode, termOf } from '../terms/terms';
import type { Route } from './+types/statistics.route';
import { QuarterBars } from './bars';
import { CellTable, QuarterTable } from './tables';

export async function loader(asked: Route.LoaderArgs) {
  return ask(asked, StatisticsPage);
}

export default function Statistics({ loaderData: { statistics } }: Route.ComponentProps) {
  const { deals, turnover, technologyAmount, asOf } = statistics;
  const total = turnover.amount;
  const region = (code: string) => regionName(code) ?? code;
  return (
    <Page title={m.nav_statistics()} lead={m.statistics_lead()} description={m.statistics_lead()}>
      <dl className="mb-4 grid gap-6 sm:grid-cols-3">
        <Figure label={m.turnover()}>
          <Headline of={turnover} />
        </Figure>
        <Figure label={m.technology_amount()}>
          <Headline of={technologyAmount} />
        </Figure>
        <Figure label={m.deals_count()}>{formatNumber(deals)}</Figure>
      </dl>
      <p className="mb-10 text-small text-muted">
        {m.as_of()} <When at={asOf} as="exact" /> UTC+8 ·{' '}
        <Link to="/statistics.csv" reloadDocument>
          {m.download_csv()}
        </Link>
      </p>
      <Section title={m.turnover_by_quarter()}>
        <div className="scroll mb-6" role="region" aria-label={m.bars_title()} tabIndex={0}>
          <QuarterBars quarters={statistics.quarters} />
        </div>
        <QuarterTable statistics={statistics} />
      </Section>
      <div className="grid gap-x-12 md:grid-cols-2 [&>*]:min-w-0">
        <Section title={m.by_field()}>
          <CellTable
            caption={m.by_field_caption()}
            head={m.facet_field()}
            cells={statistics.byField}
            nameOf={(key) => fieldName(key) ?? key}
            total={total}
          />
        </Section>
        <Section title={m.by_mode()}>
          <CellTable
            caption={m.by_mode_caption()}
            head={m.column_mode()}
            cells={statistics.byMode}
            nameOf={(key) => termOf(saleMode, key)}
            total={total}
          />
        </Section>
        <Section title={m.by_origin()}>
          <CellTable
            caption={m.by_origin_caption()}
            head={m.region()}
            cells={statistics.byOrigin}
            nameOf={region}
            total={total}
          />
        </Section>
        <Section title={m.by_destination()}>
          <CellTable
            caption={m.by_destination_caption()}
            head={m.region()}
            cells={statistics.byDestination}
            nameOf={region}
            total={total}
          />
        </Section>
      </div>
    </Page>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="border-t-2 border-edge pt-3">
      <dt className="text-small text-muted">{label}</dt>
      <dd className="text-h1">{children}</dd>
    </div>
  );
}
