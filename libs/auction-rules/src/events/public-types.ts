import type { EventType } from './auction-event.js';

/** R53: these have no public event. */
export type SecretType =
  'MAX_SET' | 'SEALED_BID' | 'SEALED_WITHDRAWN' | 'DEPOSIT_SET' | 'SCORED' | 'UNSEAL_VOTE' | 'HAMMER';

export type PublicType = Exclude<EventType, SecretType>;

const SECRET: ReadonlySet<EventType> = new Set<SecretType>([
  'MAX_SET',
  'SEALED_BID',
  'SEALED_WITHDRAWN',
  'DEPOSIT_SET',
  'SCORED',
  'UNSEAL_VOTE',
  'HAMMER',
]);

export const isPublic = (type: EventType): type is PublicType => !SECRET.has(type);
