import type { StoredFact } from '@stx/platform';
import type { Told } from '../notification/told.js';

/** What a fact of another domain tells to people. */
export type Effect = (fact: StoredFact) => Told[] | Promise<Told[]>;

/** The facts of one journal that tell something. */
export interface Cause {
  /** Schema whose journal is read. */
  readonly source: string;
  readonly effects: Readonly<Record<string, Effect>>;
}

export const nothing: Told[] = [];

/** Operators, whatever organization they act for. */
export const operators = { organizationId: null, roles: ['OPERATOR'] } as const;
