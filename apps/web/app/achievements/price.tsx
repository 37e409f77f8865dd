import type { AchievementFactsFragment } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { Price } from '../parts/money';
import { priceMode } from '../terms/terms';

type Priced = Pick<AchievementFactsFragment, 'askingPrice' | 'priceMode'>;

export function AskingPrice({ of }: { of: Priced }) {
  if (of.askingPrice) return <Price of={of.askingPrice} />;
  return <>{of.priceMode ? priceMode[of.priceMode]() : m.price_not_stated()}</>;
}
