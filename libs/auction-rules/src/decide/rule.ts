import { checkStanding } from '../commands/check-standing.js';
import type { CommandOf, IssuedCommand, IssuedType } from '../commands/command.js';
import { acceptStep } from '../dutch/accept-step.js';
import { orderUnit } from '../fixed-price/order-unit.js';
import { fallHammer } from '../officials/fall-hammer.js';
import { pauseLot, resumeLot } from '../officials/pause-lot.js';
import { isBadOutage, reportOutage } from '../officials/report-outage.js';
import { setDeposit } from '../officials/set-deposit.js';
import { withdrawLot } from '../officials/withdraw-lot.js';
import { placeBid, setMaximum } from '../open-auction/place-bid.js';
import { handInEnvelope, takeBackEnvelope } from '../sealed/hand-in-envelope.js';
import { scoreBidder } from '../sealed/score-bidder.js';
import { voteToUnseal } from '../sealed/unseal.js';
import type { Draft } from './draft.js';
import type { Ruling } from './ruling.js';
import { fireTimers } from './timers.js';

type OrdinaryType = Exclude<IssuedType, 'outage'>;
type Rule<T extends IssuedType> = (draft: Draft, command: CommandOf<T>, now: number) => Ruling;

/** Step 10 of R15 and what follows from acceptance, a rule for each command. */
const RULES: { readonly [T in OrdinaryType]: Rule<T> } = {
  bid: placeBid,
  maxBid: setMaximum,
  accept: acceptStep,
  order: orderUnit,
  sealedBid: handInEnvelope,
  withdrawBid: takeBackEnvelope,
  score: scoreBidder,
  unseal: voteToUnseal,
  hammer: fallHammer,
  pause: pauseLot,
  resume: resumeLot,
  withdraw: withdrawLot,
  deposit: setDeposit,
};

/** Rules on a command whose form and people are in order (steps 6 to 10 of R15), after time has passed (R4). */
export function rule(draft: Draft, command: IssuedCommand, now: number): Ruling {
  if (command.type === 'outage') {
    if (!isBadOutage(draft.state, command, now)) return reportOutage(draft, command, now);
    fireTimers(draft, now);
    return 'BAD_OUTAGE';
  }
  fireTimers(draft, now);
  const refusal = checkStanding(draft.state, command);
  return refusal ?? (RULES[command.type] as Rule<IssuedType>)(draft, command, now);
}
