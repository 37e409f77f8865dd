import type { Ledger, LotState } from '../state/lot-state.js';
import type { IssuedCommand } from './command.js';
import type { Reply, StoredReply } from './reply.js';

/** One key for the pair (R16); the length keeps ("ab", "c") apart from ("a", "bc"). */
const keyOf = (by: string, requestId: string): string => `${by.length}:${by}${requestId}`;

/** R16: the content is everything but `at`, its fields in any order, null as absent. */
export function contentOf(command: IssuedCommand): string {
  const { at: _at, by: _by, requestId: _requestId, ...content } = command;
  return canonical(content);
}

function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const object = value as Record<string, unknown>;
  const fields: string[] = [];
  for (const key of Object.keys(object).sort())
    if (object[key] != null) fields.push(`${JSON.stringify(key)}:${canonical(object[key])}`);
  return `{${fields.join()}}`;
}

/** Step 2 of R15: what the repetition of a pair is answered, or null if the pair is new. */
export function recall(state: LotState, command: IssuedCommand, content: string): Reply | null {
  const stored = state.ledger.replies.get(keyOf(command.by, command.requestId));
  if (stored === undefined) return null;
  return stored.content === content ? stored.reply : { accepted: false, code: 'REQUEST_ID_REUSED' };
}

/** Notes that a command was handled at this time (R26), and its reply if it is to be kept (R16). */
export function remember(ledger: Ledger, at: number, stored: StoredReply | null): Ledger {
  return {
    lastCommandAt: at,
    replies:
      stored === null ? ledger.replies : ledger.replies.set(keyOf(stored.by, stored.requestId), stored),
  };
}

/**
 * Puts stored replies back into a state. A server that keeps them in a table of its own loads only those of the
 * requests before it; the engine looks at no others.
 */
export function recallReplies(state: LotState, replies: Iterable<StoredReply>): LotState {
  let known = state.ledger.replies;
  for (const stored of replies) known = known.set(keyOf(stored.by, stored.requestId), stored);
  return { ...state, ledger: { ...state.ledger, replies: known } };
}
