import { formatNumber, formatMoney } from '@stx/format';
import {
  AdmissionQueue,
  DeadLetterCount,
  DepositQueue,
  LedgerCheck,
  LotList,
} from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { LotRows } from '../lots/row';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import { Empty, Unavailable } from '../parts/empty';
import { Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { ask, askPart } from '../server/ask';
import type { Route } from './+types/home.route';

export async function loader(asked: Route.LoaderArgs) {
  // The first question settles whether the viewer is an operator at all.
  const { depositQueue } = await ask(asked, DepositQueue, { first: 1 });
  const [admissions, parked, ledger, running] = await Promise.all([
    askPart(asked, AdmissionQueue, { first: 1 }),
    askPart(asked, DeadLetterCount),
    askPart(asked, LedgerCheck),
    askPart(asked, LotList, { state: ['LIVE', 'PAUSED', 'CLOSED'], first: 10 }),
  ]);
  return { deposits: depositQueue.totalCount, admissions, parked, ledger, running };
}

export default function Operations({
  loaderData: { deposits, admissions, parked, ledger, running },
}: Route.ComponentProps) {
  return (
    <Page title={m.nav_operations()} lead={m.operations_lead()}>
      <ul className="mb-12 grid gap-6 sm:grid-cols-3">
        <Waiting to="/o/deposits" label={m.nav_deposit_queue()} count={deposits} />
        <Waiting
          to="/o/admissions"
          label={m.nav_admissions()}
          count={admissions.ok ? admissions.data.admissionQueue.totalCount : null}
        />
        <Waiting
          to="/o/jobs"
          label={m.parked_facts()}
          count={parked.ok ? parked.data.deadLetters.totalCount : null}
        />
      </ul>
      <Section title={m.ledger_check()}>
        {ledger.ok ? <Ledger check={ledger.data.ledgerCheck} /> : <Unavailable problem={ledger.problem} />}
      </Section>
      <Section title={m.trade_now()}>
        {!running.ok && <Unavailable problem={running.problem} />}
        {running.ok &&
          (running.data.lots.nodes.length > 0 ? (
            <LotRows lots={running.data.lots.nodes} />
          ) : (
            <Empty title={m.trade_now_empty()} />
          ))}
      </Section>
    </Page>
  );
}

function Waiting({ to, label, count }: { to: string; label: string; count: number | null }) {
  return (
    <li className="border-t-2 border-edge pt-3">
      <p className="figures text-h1">{count === null ? '–' : formatNumber(count)}</p>
      <Link to={to}>{label}</Link>
    </li>
  );
}

type Check = Extract<Route.ComponentProps['loaderData']['ledger'], { ok: true }>['data']['ledgerCheck'];

function Ledger({ check }: { check: Check }) {
  const language = useLanguage();
  const money = (amount: string) => formatMoney({ amount, currency: 'CNY' }, language);
  return (
    <div className="space-y-4">
      <Callout
        tone={check.isBalanced ? 'good' : 'stop'}
        title={check.isBalanced ? m.ledger_balanced() : m.ledger_unbalanced()}
      >
        {m.ledger_journals({ count: formatNumber(check.journals) })}
      </Callout>
      <Facts
        columns="three"
        items={[
          [m.deposits_in(), money(check.depositsIn)],
          [m.deposit_held(), money(check.depositsHeld)],
          [m.deposit_applied(), money(check.depositsApplied)],
          [m.deposit_released(), money(check.depositsReleased)],
          [m.deposit_forfeited(), money(check.depositsForfeited)],
        ]}
      />
    </div>
  );
}
