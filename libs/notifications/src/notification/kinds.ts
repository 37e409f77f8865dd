/** What a notification is about; the filter of the inbox. */
export const TOPICS = ['ACCOUNT', 'LIBRARY', 'DEMANDS', 'LOTS', 'MONEY', 'OPERATIONS'] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * MANDATORY: a mail at once, and nobody can turn it off. DEFAULT: a mail at once unless turned off. DIGEST: one mail a
 * day for all of them unless turned off. NONE: never mailed.
 */
export type MailRule = 'MANDATORY' | 'DEFAULT' | 'DIGEST' | 'NONE';

interface KindRule {
  topic: Topic;
  mail: MailRule;
  /** Who may come to get it; everybody where it goes to a person. */
  roles?: readonly string[];
}

const BIDDER = ['BUYER'];
const SELLER = ['OFFICER'];
const OPERATOR = ['OPERATOR'];

const define = <Kind extends string>(kinds: Record<Kind, KindRule>): Record<Kind, KindRule> => kinds;

/** Every kind of notification there is, in the order of the settings page. */
export const KINDS = define({
  ORGANIZATION_ADMITTED: { topic: 'ACCOUNT', mail: 'MANDATORY' },
  ORGANIZATION_REFUSED: { topic: 'ACCOUNT', mail: 'MANDATORY' },
  ROLE_GRANTED: { topic: 'ACCOUNT', mail: 'MANDATORY' },
  ROLE_ENDED: { topic: 'ACCOUNT', mail: 'MANDATORY' },

  IMPORT_FINISHED: { topic: 'LIBRARY', mail: 'DEFAULT', roles: ['OFFICER', 'INVENTOR'] },
  IMPORT_FAILED: { topic: 'LIBRARY', mail: 'DEFAULT', roles: ['OFFICER', 'INVENTOR'] },
  ACHIEVEMENTS_PUBLISHED: { topic: 'LIBRARY', mail: 'DEFAULT', roles: SELLER },

  MATCHES_FOUND: { topic: 'DEMANDS', mail: 'DIGEST', roles: ['BUYER', 'OFFICER', 'BROKER'] },

  LOT_SCHEDULED: { topic: 'LOTS', mail: 'DEFAULT', roles: SELLER },
  DEPOSIT_REQUESTED: { topic: 'LOTS', mail: 'MANDATORY', roles: BIDDER },
  BIDDER_QUALIFIED: { topic: 'LOTS', mail: 'MANDATORY', roles: BIDDER },
  BIDDER_NOT_QUALIFIED: { topic: 'LOTS', mail: 'MANDATORY', roles: BIDDER },
  LOT_OPENS_IN_A_DAY: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  LOT_OPENS_SOON: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  LOT_POSTPONED: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  LOT_PAUSED: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  LOT_RESUMED: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  OUTBID: { topic: 'LOTS', mail: 'DEFAULT', roles: BIDDER },
  LOT_WON: { topic: 'LOTS', mail: 'MANDATORY', roles: BIDDER },
  LOT_NOT_WON: { topic: 'LOTS', mail: 'MANDATORY', roles: BIDDER },
  LOT_SOLD: { topic: 'LOTS', mail: 'MANDATORY', roles: SELLER },
  LOT_UNSOLD: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  LOT_WITHDRAWN: { topic: 'LOTS', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },

  DEPOSIT_RECEIVED: { topic: 'MONEY', mail: 'MANDATORY', roles: BIDDER },
  DEPOSIT_RELEASED: { topic: 'MONEY', mail: 'MANDATORY', roles: BIDDER },
  DEPOSIT_APPLIED: { topic: 'MONEY', mail: 'MANDATORY', roles: BIDDER },
  DEAL_OPENED: { topic: 'MONEY', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },
  DEAL_PAID: { topic: 'MONEY', mail: 'MANDATORY', roles: [...BIDDER, ...SELLER] },

  ADMISSION_WAITING: { topic: 'OPERATIONS', mail: 'DIGEST', roles: OPERATOR },
  FACT_PARKED: { topic: 'OPERATIONS', mail: 'MANDATORY', roles: OPERATOR },
  LEDGER_CHECK_FAILED: { topic: 'OPERATIONS', mail: 'MANDATORY', roles: OPERATOR },
  JOURNAL_CHECK_FAILED: { topic: 'OPERATIONS', mail: 'MANDATORY', roles: OPERATOR },
  // a mail about a mail that failed would fail like it
  MAIL_FAILED: { topic: 'OPERATIONS', mail: 'NONE', roles: OPERATOR },
});

export type Kind = keyof typeof KINDS;
export const ALL_KINDS = Object.keys(KINDS) as Kind[];

export const isMandatory = (kind: Kind): boolean => KINDS[kind].mail === 'MANDATORY';
export const canBeOff = (kind: Kind): boolean => ['DEFAULT', 'DIGEST'].includes(KINDS[kind].mail);
export const kindsWith = (test: (rule: KindRule) => boolean): Kind[] =>
  ALL_KINDS.filter((kind) => test(KINDS[kind]));
