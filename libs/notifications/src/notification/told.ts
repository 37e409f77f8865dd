import type { Kind } from './kinds.js';

/** A person; or people with one of `roles`, in one organization or in any. */
export type Audience =
  | { personId: string; organizationId?: undefined; roles?: undefined }
  | { personId?: undefined; organizationId: string | null; roles: readonly string[] };

/** Values of the sentences. What stands here is shown to the audience and mailed to it. */
export interface ToldData {
  /** Minor units. */
  amount?: string;
  currency?: string;
  /** Milliseconds since the epoch. */
  at?: number;
  reason?: string | null;
  count?: number;
  other?: number;
  refused?: number;
  name?: string;
  /** Why the audience gets it, where a kind has several. */
  as?: 'BIDDER' | 'SELLER';
}

/** What it is about: the notifications of one case stand together. */
export interface ToldCase {
  key: string;
  /** Public number; null for what has none. */
  ref: string | null;
  titleZh?: string | null;
  titleEn?: string | null;
}

/** One thing that is told to one audience. */
export interface Told {
  kind: Kind;
  audience: Audience;
  about: ToldCase;
  path: string;
  data?: ToldData;
  /** By when something is to be done. */
  dueAt?: Date;
  /** Names the cause; without one, the fact does. Several facts of one cause make one notification, told anew. */
  cause?: string;
  /** The counts of several facts of one cause add up. */
  addsUp?: boolean;
}
