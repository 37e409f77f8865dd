import type { StoredReply } from '../commands/reply.js';
import { recallReplies } from '../commands/repetition.js';
import { describeLot } from '../lot/describe-lot.js';
import { isObject } from '../lot/read-fields.js';
import type { LotConfig } from '../lot/lot-config.js';
import { validateLot } from '../lot/validate-lot.js';
import { readParticipants, type Participant, type ParticipantInput } from '../people/participant.js';
import type { LotState, Verdict } from './lot-state.js';
import { PersistentMap } from './persistent-map.js';

/** Raised whenever a snapshot of an older version could be misread. */
const STATE_VERSION = 1;

/** The fields that JSON can hold as they are. */
type Plain = Omit<
  LotState,
  | 'lot'
  | 'participants'
  | 'qualifiedAtOpening'
  | 'price'
  | 'leaderMax'
  | 'entrants'
  | 'envelopes'
  | 'scores'
  | 'sales'
  | 'deposits'
  | 'verdict'
  | 'ledger'
>;

type Entries<V> = readonly (readonly [string, V])[];

/** A snapshot as JSON, money as decimal strings, maps as sorted pairs: equal states give equal text. Secret. */
export type SerializedState = Plain & {
  readonly version: number;
  readonly lot: LotConfig;
  readonly participants: readonly ParticipantInput[];
  readonly qualifiedAtOpening: readonly string[] | null;
  readonly price: string | null;
  readonly leaderMax: string | null;
  readonly entrants: Entries<true>;
  readonly envelopes: Entries<{ readonly amount: string; readonly seq: number }>;
  readonly scores: Entries<number>;
  readonly sales: Entries<number>;
  readonly deposits: Entries<string>;
  readonly verdict: (Omit<Verdict, 'price'> & { readonly price: string | null }) | null;
  readonly ledger: { readonly lastCommandAt: number | null; readonly replies: readonly StoredReply[] };
};

/**
 * Writes a snapshot. With `replies: false` the stored replies stay out: a server that keeps them in a table (see
 * `Decision.stored`) puts those it needs back with `recallReplies`.
 */
export function serializeState(state: LotState, { replies = true } = {}): SerializedState {
  return {
    ...state,
    version: STATE_VERSION,
    lot: describeLot(state.lot),
    participants: Array.from(state.participants.values(), describeParticipant),
    qualifiedAtOpening: state.qualifiedAtOpening === null ? null : [...state.qualifiedAtOpening],
    price: state.price === null ? null : `${state.price}`,
    leaderMax: state.leaderMax === null ? null : `${state.leaderMax}`,
    entrants: pairs(state.entrants, (entered) => entered),
    envelopes: pairs(state.envelopes, ({ amount, seq }) => ({ amount: `${amount}`, seq })),
    scores: pairs(state.scores, (points) => points),
    sales: pairs(state.sales, (seq) => seq),
    deposits: pairs(state.deposits, (held) => `${held}`),
    verdict:
      state.verdict === null
        ? null
        : { ...state.verdict, price: state.verdict.price === null ? null : `${state.verdict.price}` },
    ledger: {
      lastCommandAt: state.ledger.lastCommandAt,
      replies: replies ? pairs(state.ledger.replies, (stored) => stored).map(([, stored]) => stored) : [],
    },
  };
}

/**
 * Reads back what `serializeState` wrote, for instance out of a JSON column. Throws RangeError for a version or a lot
 * that it does not know: never guess at money.
 */
export function deserializeState(snapshot: unknown): LotState {
  if (!isObject(snapshot) || snapshot.version !== STATE_VERSION)
    throw new RangeError(`not a lot's state of version ${STATE_VERSION}`);
  const written = snapshot as SerializedState;
  const { version: _version, ...rest } = written;
  const read = validateLot(written.lot);
  if (!read.ok) throw new RangeError(`the lot of a snapshot is invalid: ${JSON.stringify(read.problems)}`);
  const state: LotState = {
    ...rest,
    lot: read.lot,
    participants: readParticipants(written.participants),
    qualifiedAtOpening: written.qualifiedAtOpening === null ? null : new Set(written.qualifiedAtOpening),
    price: written.price === null ? null : BigInt(written.price),
    leaderMax: written.leaderMax === null ? null : BigInt(written.leaderMax),
    entrants: PersistentMap.of(written.entrants),
    envelopes: PersistentMap.of(
      written.envelopes.map(([bidder, { amount, seq }]) => [bidder, { amount: BigInt(amount), seq }]),
    ),
    scores: PersistentMap.of(written.scores),
    sales: PersistentMap.of(written.sales),
    deposits: PersistentMap.of(written.deposits.map(([bidder, held]) => [bidder, BigInt(held)])),
    verdict:
      written.verdict === null
        ? null
        : {
            ...written.verdict,
            price: written.verdict.price === null ? null : BigInt(written.verdict.price),
          },
    ledger: { lastCommandAt: written.ledger.lastCommandAt, replies: PersistentMap.empty() },
  };
  return recallReplies(state, written.ledger.replies);
}

function pairs<V, W>(map: PersistentMap<V>, write: (value: V) => W): Entries<W> {
  return Array.from(map.entries(), ([key, value]) => [key, write(value)] as const).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
}

function describeParticipant(person: Participant): ParticipantInput {
  return { ...person, depositHeld: `${person.depositHeld}` };
}
