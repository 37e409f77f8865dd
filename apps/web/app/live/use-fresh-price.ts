import { useEffect, useRef } from 'react';

const HOLD_MS = 600;

/** True for a moment after the next valid bid changed: a press that was aimed at the old amount must not count. */
export function useFreshPrice(next: bigint): () => boolean {
  const changed = useRef({ next, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (changed.current.next !== next) changed.current = { next, at: performance.now() };
  }, [next]);
  return () => performance.now() - changed.current.at < HOLD_MS;
}
