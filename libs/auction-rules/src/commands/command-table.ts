import { FORMATS, OPEN_FORMATS, SEALED_FORMATS, type Format } from '../lot/formats.js';
import type { Lot } from '../lot/lot.js';
import type { Role } from '../people/participant.js';
import { BIDDING_PHASES, LIVING_PHASES, type Phase } from '../state/phases.js';
import type { IssuedType } from './command.js';

/** How a field is checked at step 3 of R15. A trailing "?" means that it may be absent. */
export type FieldKind = 'reason' | 'money' | 'moneyOrZero' | 'integer' | 'text' | 'text?';

export type CommandRule = {
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly roles: readonly Role[];
  readonly formats: readonly Format[];
  readonly option?: (lot: Lot) => boolean;
  readonly phases: readonly Phase[];
  /** The six bidder commands have codes of their own for role, phase and admission (R15). */
  readonly ofBidder: boolean;
};

const BIDDER = { roles: ['bidder'], phases: BIDDING_PHASES, ofBidder: true } as const;
const OFFICIAL = { formats: FORMATS, ofBidder: false } as const;
const PRICED = { amount: 'money', currency: 'text?' } as const;

/** The table of R14. `hammer` and `unseal` name their phases only: without an auctioneer or officers those never last. */
export const COMMAND_TABLE: Readonly<Record<IssuedType, CommandRule>> = {
  bid: { ...BIDDER, fields: PRICED, formats: OPEN_FORMATS },
  maxBid: {
    ...BIDDER,
    fields: { max: 'money', currency: 'text?' },
    formats: OPEN_FORMATS,
    option: (lot) => lot.proxy,
  },
  accept: { ...BIDDER, fields: { step: 'integer' }, formats: ['DUTCH'] },
  order: { ...BIDDER, fields: PRICED, formats: ['FIXED_PRICE'] },
  sealedBid: { ...BIDDER, fields: PRICED, formats: SEALED_FORMATS },
  withdrawBid: { ...BIDDER, fields: {}, formats: SEALED_FORMATS },
  score: {
    fields: { bidder: 'text', points: 'integer' },
    roles: ['jury'],
    formats: ['REVERSE_SEALED_SCORED'],
    phases: ['SEALED', 'OPENING'],
    ofBidder: false,
  },
  unseal: { fields: {}, roles: ['officer'], formats: SEALED_FORMATS, phases: ['OPENING'], ofBidder: false },
  hammer: { ...OFFICIAL, fields: {}, roles: ['auctioneer'], phases: ['CLOSED'] },
  pause: {
    ...OFFICIAL,
    fields: { reason: 'reason' },
    roles: ['auctioneer', 'system'],
    phases: BIDDING_PHASES,
  },
  resume: { ...OFFICIAL, fields: {}, roles: ['auctioneer', 'system'], phases: ['PAUSED'] },
  withdraw: {
    ...OFFICIAL,
    fields: { reason: 'reason' },
    roles: ['auctioneer', 'system'],
    phases: ['SCHEDULED', ...BIDDING_PHASES, 'PAUSED'],
  },
  deposit: {
    ...OFFICIAL,
    fields: { bidder: 'text', held: 'moneyOrZero' },
    roles: ['system'],
    phases: LIVING_PHASES,
  },
  outage: {
    ...OFFICIAL,
    fields: { from: 'integer', to: 'integer' },
    roles: ['system'],
    phases: LIVING_PHASES,
  },
};

export const isIssuedType = (type: unknown): type is IssuedType =>
  typeof type === 'string' && Object.hasOwn(COMMAND_TABLE, type);
