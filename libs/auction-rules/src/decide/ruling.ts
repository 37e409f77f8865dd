import type { RefusalCode } from '../commands/reply.js';

/** What the rules say to a command: the number of its own event, or why it is refused. */
export type Ruling = number | RefusalCode;
