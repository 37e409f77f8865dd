import { type RefObject, useEffect, useRef, useState } from 'react';

const HOLD_MS = 600;

/** When the price changes under the pointer or the focus, the button refuses presses for a moment. */
export function useHeldButton(button: RefObject<HTMLButtonElement | null>, next: bigint): boolean {
  const [isHeld, setIsHeld] = useState(false);
  const last = useRef(next);
  useEffect(() => {
    if (last.current === next) return;
    last.current = next;
    if (!button.current?.matches(':hover, :focus')) return;
    setIsHeld(true);
    const timer = setTimeout(() => setIsHeld(false), HOLD_MS);
    return () => clearTimeout(timer);
  }, [button, next]);
  return isHeld;
}
