import { useEffect, useState } from 'react';

const TICK_MS = 250;

/** The server's time, ticking; what the server rendered until the first tick. */
export function useNow(serverTime: number, offset: number | null): number {
  const [now, setNow] = useState(serverTime);
  useEffect(() => {
    // Until the clock is measured, time runs on from the moment the page was made.
    const ahead = offset ?? serverTime - Date.now();
    const timer = setInterval(() => setNow(Date.now() + ahead), TICK_MS);
    return () => clearInterval(timer);
  }, [serverTime, offset]);
  return now;
}
