import {
  decide,
  nextValidBid,
  recallReplies,
  type AuctionEvent,
  type Command,
  type Decision,
  type LotState,
  type StoredReply,
} from '@stx/auction-rules';
import { systemViewer, type Viewer } from '@stx/platform';
import { toLine, type ChronicleLine } from '../chronicle/chronicle-line.js';
import type { DeskReply } from './desk-reply.js';

/** One command as it came in. `receivedAt` was stamped at the door (S9). */
export interface Ask {
  command: Command;
  by: Viewer;
  receivedAt: number;
}

/** What is kept of a command: the rules' reply (R16) and the answer that was given with it. */
export interface AnsweredCommand extends StoredReply {
  answer: DeskReply;
}

export interface DecidedEvent {
  event: AuctionEvent;
  /** Null for what stays secret (R53). */
  line: ChronicleLine | null;
  /** Who caused it; the exchange itself for what time did. */
  by: Viewer;
  reason: string | undefined;
}

export interface DecidedBatch {
  state: LotState;
  events: DecidedEvent[];
  /** New ones only. */
  answered: AnsweredCommand[];
  /** One for each command, in order. */
  answers: DeskReply[];
}

const SHOWS_NEXT = new Set(['TOO_LOW', 'TOO_HIGH', 'NOT_ON_STEP']);

const keyOf = (by: string, requestId: string): string => `${by} ${requestId}`;

/**
 * Decides commands in their order of arrival (R2). Pure: the same state and commands give the same batch, so a
 * repeated transaction repeats the decision.
 * @param known what was answered before under the request ids of these commands
 * @param head hash of the chronicle's last line
 */
export function decideBatch(
  before: LotState,
  asks: Ask[],
  known: AnsweredCommand[],
  head: string,
): DecidedBatch {
  const batch: DecidedBatch = { state: recallReplies(before, known), events: [], answered: [], answers: [] };
  const earlier = new Map(known.map((answered) => [keyOf(answered.by, answered.requestId), answered.answer]));
  let prev = head;

  for (const ask of asks) {
    const { command } = ask;
    const decision = decide(batch.state, command, ask.receivedAt);
    batch.state = decision.state;
    const events = chain(decision, ask, prev);
    prev = events.findLast(({ line }) => line)?.line?.hash ?? prev;
    batch.events.push(...events);
    const answer = answerOf(decision, command, events, earlier);
    batch.answers.push(answer);
    if (!decision.stored) continue;
    earlier.set(keyOf(decision.stored.by, decision.stored.requestId), answer);
    batch.answered.push({ ...decision.stored, answer });
  }
  // replies live in their own table: the remembered state stays small however long the auction
  const ledger = { ...batch.state.ledger, replies: before.ledger.replies };
  return { ...batch, state: { ...batch.state, ledger } };
}

/** The events of one decision with their lines of the chronicle, which go on from `prev`. */
function chain(
  { events, publicEvents, reply }: Decision,
  { command, by }: Ask,
  prev: string,
): DecidedEvent[] {
  let [next, head] = [0, prev];
  return events.map((event) => {
    const shown = publicEvents[next]?.type === event.type ? publicEvents[next++]! : null;
    const line = shown && toLine(shown, head);
    if (line) head = line.hash;
    const isOwn = command.type !== 'tick' && reply.accepted && event.seq === reply.seq;
    const reason = isOwn && 'reason' in command ? command.reason : undefined;
    return { event, line, by: isOwn ? by : systemViewer, reason };
  });
}

function answerOf(
  { state, reply, stored }: Decision,
  command: Command,
  events: DecidedEvent[],
  earlier: ReadonlyMap<string, DeskReply>,
): DeskReply {
  const receivedAt = state.ledger.lastCommandAt!;
  if (command.type === 'tick') return { accepted: true, seq: null, hash: null, receivedAt };
  if (!reply.accepted) {
    const { code } = reply;
    if (!stored && code !== 'MALFORMED' && code !== 'REQUEST_ID_REUSED')
      return earlier.get(keyOf(command.by, command.requestId))!;
    const next = SHOWS_NEXT.has(code) ? nextValidBid(state, command.by) : null;
    return { accepted: false, code, ...(next !== null && { nextValidBid: String(next) }) };
  }
  if (!stored) return earlier.get(keyOf(command.by, command.requestId))!;
  const line = events.find(({ event }) => event.seq === reply.seq)!.line;
  return { accepted: true, seq: line?.seq ?? null, hash: line?.hash ?? null, receivedAt };
}
