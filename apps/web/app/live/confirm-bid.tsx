import { amountInWords, formatBid } from '@stx/format';
import { useEffect, useRef } from 'react';
import type { LotDetailFragment } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { Text } from '../parts/text';
import { faultOf, type WhyConfirm } from './bid-rules';
import { nextBid, type Room } from './room';

export interface Asking {
  amount: bigint;
  why: WhyConfirm;
}

interface Props {
  asking: Asking | null;
  lot: LotDetailFragment;
  room: Room;
  onCancel(): void;
  onConfirm(amount: bigint): void;
}

const WHY: Record<WhyConfirm, () => string> = {
  FIRST: m.confirm_first,
  MANY_STEPS: m.confirm_many_steps,
  MUCH: m.confirm_much,
  LEADING: m.confirm_leading,
};

/** Names the amount in figures and words; says so if the price moved meanwhile. */
export function ConfirmBid({ asking, lot, room, onCancel, onConfirm }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const language = useLanguage();
  useEffect(() => {
    if (!asking) return dialog.current?.close();
    if (!dialog.current?.open) dialog.current?.showModal();
    heading.current?.focus();
  }, [asking]);
  const money = asking && { amount: asking.amount, currency: room.currency };
  const isStale = asking !== null && faultOf(room, asking.amount) !== null;
  const steps = asking ? (asking.amount - nextBid(room)) / BigInt(room.step) + 1n : 0n;
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="confirm-bid" onClose={() => asking && onCancel()}>
      {asking && money && (
        <div className="space-y-4">
          <h2 id="confirm-bid" ref={heading} tabIndex={-1} className="text-h3">
            {m.confirm_title({ amount: formatBid(money, language) })}
          </h2>
          <p>{amountInWords(money, language)}</p>
          <p>
            <Text of={lot.title} /> · {m.you_are_bidder({ code: lot.myRegistration?.bidderCode ?? '–' })}
          </p>
          <p>
            {WHY[asking.why]()} {!isStale && m.confirm_steps({ steps: String(steps) })}
          </p>
          <p role="status" className={isStale ? 'font-semibold text-stop' : 'sr-only'}>
            {isStale && m.confirm_stale()}
          </p>
          <div className="flex flex-wrap gap-3">
            <button type="button" className="button quiet flex-1" onClick={onCancel}>
              {m.cancel()}
            </button>
            {!isStale && (
              <button type="button" className="button flex-1" onClick={() => onConfirm(asking.amount)}>
                {m.confirm_bid({ amount: formatBid(money, language) })}
              </button>
            )}
          </div>
        </div>
      )}
    </dialog>
  );
}
