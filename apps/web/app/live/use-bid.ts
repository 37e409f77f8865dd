import { useCallback, useState } from 'react';
import { useFetcher } from 'react-router';
import type { BidOutcome } from './live-actions';
import type { RoomStore } from './room-store';

export type BidState =
  | { kind: 'idle' }
  | { kind: 'waiting' | 'sending' | 'unknown'; requestId: string; amount: string }
  | { kind: 'accepted'; amount: string; seq: number; at: string | number }
  | { kind: 'refused'; amount: string; message: string };

const SAY_SENDING_MS = 1_000;

function fromOutcome(outcome: BidOutcome): BidState {
  const { amount } = outcome;
  return outcome.accepted
    ? { kind: 'accepted', amount, seq: outcome.seq, at: outcome.at }
    : { kind: 'refused', amount, message: outcome.message };
}

/**
 * Sends a bid over the socket; when no answer comes, sends it again under the same number through the form's own
 * action, so it cannot count twice.
 */
export function useBid(store: RoomStore, lotId: string, first: BidOutcome | undefined) {
  const [own, setOwn] = useState<BidState>(() => (first ? fromOutcome(first) : { kind: 'idle' }));
  const fetcher = useFetcher<{ bid?: BidOutcome }>();
  const answer = fetcher.data?.bid;
  const state = own.kind === 'unknown' && answer?.requestId === own.requestId ? fromOutcome(answer) : own;
  const isBusy = state.kind === 'waiting' || state.kind === 'sending' || state.kind === 'unknown';

  const send = useCallback(
    async (amount: string) => {
      const requestId = crypto.randomUUID();
      setOwn({ kind: 'waiting', requestId, amount });
      const slow = setTimeout(() => setOwn({ kind: 'sending', requestId, amount }), SAY_SENDING_MS);
      const reply = await store.bid(requestId, amount)?.catch(() => null);
      clearTimeout(slow);
      if (!reply) {
        setOwn({ kind: 'unknown', requestId, amount });
        void fetcher.submit({ intent: 'bid', requestId, lotId, minorAmount: amount }, { method: 'post' });
      } else if (reply.accepted) {
        setOwn({ kind: 'accepted', amount, seq: reply.seq, at: reply.receivedAt });
      } else {
        setOwn({ kind: 'refused', amount, message: reply.message });
      }
    },
    [store, lotId, fetcher],
  );
  return { state, send, isBusy };
}
