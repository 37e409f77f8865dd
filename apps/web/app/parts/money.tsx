import { formatBid, formatHeadline, formatMoney, type MoneyValue } from '@stx/format';
import { useLanguage } from '../i18n/use-language';

/** Exact amount. */
export function Money({ of }: { of: MoneyValue }) {
  return <span className="figures">{formatMoney(of, useLanguage())}</span>;
}

/** Lot prices and bids: whole yuan without empty fen. */
export function Price({ of }: { of: MoneyValue }) {
  return <span className="figures">{formatBid(of, useLanguage())}</span>;
}

/** Headline figure; the full amount is in the title and for screen readers. */
export function Headline({ of }: { of: MoneyValue }) {
  const language = useLanguage();
  const exact = formatMoney(of, language);
  return (
    <span className="figures" title={exact}>
      <span aria-hidden="true">{formatHeadline(of, language)}</span>
      <span className="sr-only">{exact}</span>
    </span>
  );
}
