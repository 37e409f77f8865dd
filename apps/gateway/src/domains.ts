import type { Type } from '@nestjs/common';
import type { DomainSchema, StxConfig } from '@stx/platform';

export interface Domain {
  name: string;
  /** Variable that says the domain lives elsewhere. */
  urlVariable: keyof StxConfig;
  load(): Promise<{ module: Type; schema: DomainSchema }>;
}

/** Every domain of the exchange. The same module is hosted here or alone, without an edit. */
export const domains: Domain[] = [
  {
    name: 'identity',
    urlVariable: 'STX_IDENTITY_URL',
    load: async () => {
      const { IdentityModule, identitySchema } = await import('@stx/identity');
      return { module: IdentityModule, schema: identitySchema };
    },
  },
  {
    name: 'achievements',
    urlVariable: 'STX_ACHIEVEMENTS_URL',
    load: async () => {
      const { AchievementsModule, achievementsSchema } = await import('@stx/achievements');
      return { module: AchievementsModule, schema: achievementsSchema };
    },
  },
  {
    name: 'demands',
    urlVariable: 'STX_DEMANDS_URL',
    load: async () => {
      const { DemandsModule, demandsSchema } = await import('@stx/demands');
      return { module: DemandsModule, schema: demandsSchema };
    },
  },
  {
    name: 'matching',
    urlVariable: 'STX_MATCHING_URL',
    load: async () => {
      const { MatchingModule, matchingSchema } = await import('@stx/matching');
      return { module: MatchingModule, schema: matchingSchema };
    },
  },
  {
    name: 'bidding',
    urlVariable: 'STX_BIDDING_URL',
    load: async () => {
      const { BiddingModule, biddingSchema } = await import('@stx/bidding');
      return { module: BiddingModule, schema: biddingSchema };
    },
  },
  {
    name: 'settlement',
    urlVariable: 'STX_SETTLEMENT_URL',
    load: async () => {
      const { SettlementModule, settlementSchema } = await import('@stx/settlement');
      return { module: SettlementModule, schema: settlementSchema };
    },
  },
  {
    name: 'exchange-index',
    urlVariable: 'STX_EXCHANGE_INDEX_URL',
    load: async () => {
      const { ExchangeIndexModule, exchangeIndexSchema } = await import('@stx/exchange-index');
      return { module: ExchangeIndexModule, schema: exchangeIndexSchema };
    },
  },
];
