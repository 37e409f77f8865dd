import { useEffect, useState } from 'react';

/** The server's time, ticking; what the server rendered until the first tick. */
export function useNow(serverTime: number, offset: number | null): number {
  const [now, setNow] = useState(serverTime);
  useEffect(() => {
    // Until the clock is measured, time runs on from the moment the page was made.
    const ahead = offset ?? serverTime - Date.now();
    const tick = () => setNow(Date.now() + ahead);
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [serverTime, offset]);
  return now;
}
