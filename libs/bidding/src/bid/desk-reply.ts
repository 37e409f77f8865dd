import type { RefusalCode } from '@stx/auction-rules';

/** The desk's answer to one command. Stored under (lot, participant, request id), and given again to a repetition. */
export type DeskReply = AcceptedReply | RefusedReply;

export interface AcceptedReply {
  accepted: true;
  /** Number of the command's own line in the chronicle; null for an act that the public does not see. */
  seq: number | null;
  hash: string | null;
  /** When the exchange received the command, milliseconds since the epoch. */
  receivedAt: number;
}

export interface RefusedReply {
  accepted: false;
  code: RefusalCode;
  /** With TOO_LOW, TOO_HIGH and NOT_ON_STEP: what would be valid, minor units. */
  nextValidBid?: string;
}
