import type { Type } from '@nestjs/common';
import { AchievementsModule, achievementsSchema } from '@stx/achievements';
import { BiddingModule, biddingSchema } from '@stx/bidding';
import { DemandsModule, demandsSchema } from '@stx/demands';
import { ExchangeIndexModule, exchangeIndexSchema } from '@stx/exchange-index';
import { IdentityModule, identitySchema } from '@stx/identity';
import { MatchingModule, matchingSchema } from '@stx/matching';
import { NotificationsModule, notificationsSchema } from '@stx/notifications';
import { OperationsModule, operationsSchema } from '@stx/operations';
import type { DomainSchema, StxConfig } from '@stx/platform';
import { SettlementModule, settlementSchema } from '@stx/settlement';

export interface Domain {
  name: string;
  /** Variable that says the domain lives elsewhere; null where it belongs to the public door. */
  urlVariable: keyof StxConfig | null;
  module: Type;
  schema: DomainSchema;
}

const domain = (urlVariable: Domain['urlVariable'], module: Type, schema: DomainSchema): Domain => ({
  name: schema.domain,
  urlVariable,
  module,
  schema,
});

/** The URL under which a domain lives elsewhere; undefined where it is in this process. */
export const urlOf = ({ urlVariable }: Domain, config: StxConfig): string | undefined =>
  urlVariable ? (config[urlVariable] as string | undefined) : undefined;

/** Every domain of the exchange. The same module is hosted here or alone, without an edit. */
export const domains: Domain[] = [
  domain('STX_IDENTITY_URL', IdentityModule, identitySchema),
  domain('STX_ACHIEVEMENTS_URL', AchievementsModule, achievementsSchema),
  domain('STX_DEMANDS_URL', DemandsModule, demandsSchema),
  domain('STX_MATCHING_URL', MatchingModule, matchingSchema),
  domain('STX_BIDDING_URL', BiddingModule, biddingSchema),
  domain('STX_SETTLEMENT_URL', SettlementModule, settlementSchema),
  domain('STX_EXCHANGE_INDEX_URL', ExchangeIndexModule, exchangeIndexSchema),
  domain('STX_NOTIFICATIONS_URL', NotificationsModule, notificationsSchema),
  domain(null, OperationsModule, operationsSchema),
];
