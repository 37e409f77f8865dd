import { formatBid, moneyForInput, parseMoney } from '@stx/format';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-router';
import type { LotDetailFragment } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { AmountInput } from './amount-input';
import { BidResult } from './bid-result';
import { type BidFault, faultOf, whyConfirm } from './bid-rules';
import { type Asking, ConfirmBid } from './confirm-bid';
import type { BidOutcome } from './live-actions';
import { nextBid } from './room';
import { useBid } from './use-bid';
import { useFreshPrice } from './use-fresh-price';
import type { LiveRoom } from './use-room';

interface Props {
  lot: LotDetailFragment;
  live: LiveRoom;
  requestId: string;
  hasBid: boolean;
  first: BidOutcome | undefined;
}

/** The form posts without JavaScript; with it the bid goes over the socket. */
export function BidPanel({ lot, live: { room, store }, requestId, hasBid, first }: Props) {
  const language = useLanguage();
  const next = nextBid(room);
  // Null while nobody types: then the field follows the price.
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { state, send, isBusy } = useBid(store, lot.id, first);
  const isPriceFresh = useFreshPrice(next);

  const say = (amount: bigint) => formatBid({ amount, currency: room.currency }, language);
  const words = (wrong: BidFault) =>
    wrong.kind === 'LOW'
      ? m.bid_too_low({ least: say(wrong.least) })
      : m.bid_off_step({ step: say(BigInt(room.step)), example: say(wrong.example) });
  const text = typed ?? moneyForInput(next.toString());
  const parsed = parseMoney(text);
  const amount = 'amount' in parsed ? BigInt(parsed.amount) : null;

  const type = (value: string) => {
    setFault(null);
    setTyped(value);
  };
  const bid = (value: bigint) => {
    setAsking(null);
    setTyped(null);
    void send(value.toString());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (isPriceFresh()) return setFault(m.price_changed());
    if (amount === null) return setFault(m.money_not_a_number());
    const wrong = faultOf(room, amount);
    if (wrong) return setFault(words(wrong));
    setFault(null);
    const why = whyConfirm(room, amount, hasBid, room.leaderCode === lot.myRegistration?.bidderCode);
    if (why) setAsking({ amount, why });
    else bid(amount);
  };

  return (
    <section className="bid-panel" aria-labelledby="bid">
      <h2 id="bid" tabIndex={-1} className="mb-2 text-h4 max-md:sr-only">
        {m.bid()}
      </h2>
      <Form method="post" onSubmit={submit} className="space-y-3">
        <input type="hidden" name="intent" value="bid" />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="lotId" value={lot.id} />
        <input type="hidden" name="seenSeq" value={room.n} />
        <AmountInput
          room={room}
          typed={text}
          amount={amount}
          fault={fault}
          onType={type}
          onPut={(value) => type(moneyForInput(value.toString()))}
        />
        <button type="submit" className="button live w-full" aria-busy={isBusy || undefined}>
          {m.bid_amount({ amount: amount === null ? '–' : say(amount) })}
        </button>
        <p className="text-small text-muted max-md:hidden">
          {m.bid_binds({ deposit: say(BigInt(lot.depositAmount.amount)) })}
        </p>
      </Form>
      <BidResult state={state} currency={room.currency} />
      <ConfirmBid asking={asking} lot={lot} room={room} onCancel={() => setAsking(null)} onConfirm={bid} />
    </section>
  );
}
