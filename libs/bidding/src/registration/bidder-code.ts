import { randomInt } from 'node:crypto';

/** Without I, O and Q, which are misheard or misread. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * A bidder's public name in one lot, such as `407K`: drawn, not counted or derived, so that it tells neither who the
 * bidder is nor how many there are (S11). `taken` are the codes of the lot so far.
 */
export function drawBidderCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = `${String(randomInt(1000)).padStart(3, '0')}${LETTERS[randomInt(LETTERS.length)]}`;
    if (!taken.has(code)) return code;
  }
}
