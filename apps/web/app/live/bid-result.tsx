import { formatBid, formatTimeExact } from '@stx/format';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Callout } from '../parts/callout';
import type { BidState } from './use-bid';

/** The one true answer to the last bid. */
export function BidResult({ state, currency }: { state: BidState; currency: string }) {
  const language = useLanguage();
  if (state.kind === 'idle' || state.kind === 'waiting') return null;
  const amount = formatBid({ amount: state.amount, currency }, language);
  switch (state.kind) {
    case 'sending':
      return <Callout tone="info" role="status" title={m.bid_sending({ amount })} />;
    case 'unknown':
      return (
        <Callout tone="care" role="alert" title={m.bid_unknown()}>
          {m.bid_unknown_next()}
        </Callout>
      );
    case 'accepted':
      return (
        <Callout
          tone="good"
          role="status"
          title={m.bid_accepted({ amount, time: formatTimeExact(state.at, true), number: state.seq })}
        />
      );
    case 'refused':
      return (
        <Callout tone="stop" role="alert" title={m.bid_refused({ amount })}>
          {state.message}
        </Callout>
      );
  }
}
