import { formatBid, moneyForInput, parseMoney } from '@stx/format';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Form } from 'react-router';
import type { LotDetailFragment } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { AmountInput } from './amount-input';
import { BidResult } from './bid-result';
import { faultOf, whyConfirm } from './bid-rules';
import { type Asking, ConfirmBid } from './confirm-bid';
import type { BidOutcome } from './live-actions';
import { nextBid } from './room';
import { useBid } from './use-bid';
import { useHeldButton } from './use-held-button';
import type { LiveRoom } from './use-room';

interface Props {
  lot: LotDetailFragment;
  live: LiveRoom;
  requestId: string;
  hasBid: boolean;
  first: BidOutcome | undefined;
}

/** The form posts without JavaScript; with it the bid goes over the socket. */
export function BidPanel({ lot, live, requestId, hasBid, first }: Props) {
  const language = useLanguage();
  const { room } = live;
  const next = nextBid(room);
  const [typed, setTyped] = useState(() => moneyForInput(next.toString()));
  const [fault, setFault] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const isTyping = useRef(false);
  const { state, send, isBusy } = useBid(live, lot.id, first);
  const button = useRef<HTMLButtonElement>(null);
  const isHeld = useHeldButton(button, next);

  const put = (amount: bigint) => setTyped(moneyForInput(amount.toString()));
  const say = (amount: bigint) => formatBid({ amount, currency: room.currency }, language);

  // Never while typing: otherwise the field follows the price.
  useEffect(() => {
    if (!isTyping.current) setTyped(moneyForInput(next.toString()));
  }, [next]);
  useEffect(() => {
    if (state.kind !== 'accepted' && state.kind !== 'refused') return;
    isTyping.current = false;
    setTyped(moneyForInput(next.toString()));
  }, [state]);

  const parsed = parseMoney(typed);
  const amount = 'amount' in parsed ? BigInt(parsed.amount) : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || isHeld) return;
    if (amount === null) return setFault(m.money_not_a_number());
    const wrong = faultOf(room, amount);
    if (wrong) {
      return setFault(wrong.kind === 'LOW' ? m.bid_too_low({ least: say(wrong.least) }) : m.bid_off_step({ step: say(BigInt(room.step)), example: say(wrong.example) }));
    }
    setFault(null);
    const why = whyConfirm(room, amount, hasBid, room.leaderCode === lot.myRegistration?.bidderCode);
    if (why) setAsking({ amount, why });
    else void send(amount.toString());
  };

  return (
    <section className="bid-panel" aria-labelledby="bid" data-panel="bid">
      <h2 id="bid" tabIndex={-1} className="mb-2 text-h4 max-md:sr-only">
        {m.bid()}
      </h2>
      <Form method="post" onSubmit={submit} className="space-y-3 print:hidden">
        <input type="hidden" name="intent" value="bid" />
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="lotId" value={lot.id} />
        <input type="hidden" name="seenSeq" value={room.n} />
        <AmountInput
          room={room}
          typed={typed}
          amount={amount}
          fault={fault}
          onType={(text) => {
            isTyping.current = true;
            setFault(null);
            setTyped(text);
          }}
          onPut={(value) => {
            isTyping.current = true;
            setFault(null);
            put(value);
          }}
        />
        <button ref={button} type="submit" className="button live w-full" aria-busy={isBusy || undefined}>
          {isHeld ? m.price_changed() : m.bid_amount({ amount: amount === null ? '–' : say(amount) })}
        </button>
        <p className="text-small text-muted max-md:hidden">{m.bid_binds({ deposit: say(BigInt(lot.depositAmount.amount)) })}</p>
      </Form>
      <BidResult state={state} currency={room.currency} />
      <ConfirmBid
        asking={asking}
        lot={lot}
        room={room}
        onCancel={() => setAsking(null)}
        onConfirm={(value) => {
          setAsking(null);
          void send(value.toString());
        }}
      />
    </section>
  );
}
