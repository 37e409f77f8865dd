import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import type { BidOutcome } from './live-actions';
import type { LiveRoom } from './use-room';

export type BidState =
  | { kind: 'idle' }
  | { kind: 'sending'; amount: string }
  | { kind: 'unknown'; amount: string }
  | { kind: 'accepted'; amount: string; seq: number; at: string | number }
  | { kind: 'refused'; amount: string; message: string };

const SAY_SENDING_MS = 1_000;

/**
 * Sends a bid over the socket; when no answer comes, sends it again under the same number through the form's own
 * action, so it cannot count twice.
 */
export function useBid(live: LiveRoom, lotId: string, first: BidOutcome | undefined) {
  const [state, setState] = useState<BidState>(() => (first ? fromOutcome(first) : { kind: 'idle' }));
  const fetcher = useFetcher<{ bid?: BidOutcome }>();
  const waiting = useRef<string | null>(null);

  const answer = fetcher.data?.bid;
  useEffect(() => {
    if (answer && waiting.current === answer.requestId) {
      waiting.current = null;
      setState(fromOutcome(answer));
    }
  }, [answer]);

  const send = useCallback(
    async (amount: string) => {
      if (waiting.current) return;
      const requestId = crypto.randomUUID();
      waiting.current = requestId;
      const slow = setTimeout(() => setState({ kind: 'sending', amount }), SAY_SENDING_MS);
      try {
        const reply = await live.bid(requestId, amount);
        if (!reply) throw new Error('no line');
        waiting.current = null;
        setState(
          reply.accepted
            ? { kind: 'accepted', amount, seq: reply.seq, at: reply.receivedAt }
            : { kind: 'refused', amount, message: reply.message },
        );
      } catch {
        setState({ kind: 'unknown', amount });
        void fetcher.submit({ intent: 'bid', requestId, lotId, minorAmount: amount }, { method: 'post' });
      } finally {
        clearTimeout(slow);
      }
    },
    [live, lotId, fetcher],
  );
  return { state, send, isBusy: state.kind === 'sending' || state.kind === 'unknown' };
}

function fromOutcome(outcome: BidOutcome): BidState {
  const { amount } = outcome;
  return outcome.accepted
    ? { kind: 'accepted', amount, seq: outcome.seq, at: outcome.at }
    : { kind: 'refused', amount, message: outcome.message };
}
