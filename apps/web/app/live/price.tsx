import { amountInWords, formatBid } from '@stx/format';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import type { Room } from './room';

/** The loudest thing on the page. */
export function RoomPrice({ room, hasReserve }: { room: Room; hasReserve: boolean }) {
  const language = useLanguage();
  const price = { amount: room.price ?? room.startPrice, currency: room.currency };
  return (
    <section aria-label={m.price()} id="price" tabIndex={-1}>
      <p className="text-small text-muted max-md:sr-only">
        {room.price ? m.current_price() : m.start_price()}
      </p>
      <p>
        <output key={price.amount} className="just-changed text-price">
          {formatBid(price, language)}
        </output>
      </p>
      <p className="text-small text-muted max-md:hidden">{amountInWords(price, language)}</p>
      <p className="flex flex-wrap gap-x-4 text-small">
        <span className="md:hidden">{room.price ? m.current_price() : m.start_price()}</span>
        {room.leaderCode && <strong>{m.leader_is({ code: room.leaderCode })}</strong>}
        <span>{room.bidCount > 0 ? m.bid_count({ count: room.bidCount }) : m.no_bid_yet()}</span>
        <span className="max-md:hidden">{hasReserve ? m.reserve_has() : m.reserve_none()}</span>
      </p>
    </section>
  );
}
