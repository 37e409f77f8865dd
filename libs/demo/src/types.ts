/** Amounts are minor units of CNY (fen) as integer strings; keys are stable within the catalogue only. */

export type OrganizationKind =
  | 'UNIVERSITY'
  | 'RESEARCH_INSTITUTE'
  | 'ENTERPRISE'
  | 'SERVICE_INSTITUTION'
  | 'INVESTOR'
  | 'GOVERNMENT'
  | 'ASSOCIATION';

export type DemoRole =
  'OPERATOR' | 'OFFICER' | 'INVENTOR' | 'BUYER' | 'BROKER' | 'REGISTRAR' | 'STATISTICIAN' | 'SUPERVISOR';

export type FieldCode =
  | 'NEXT_GEN_IT'
  | 'NEW_MATERIALS'
  | 'BIOMEDICINE'
  | 'ADVANCED_MANUFACTURING'
  | 'NEW_ENERGY'
  | 'ENVIRONMENT'
  | 'AGRICULTURE'
  | 'MARINE'
  | 'AEROSPACE'
  | 'TRANSPORT';

export interface DemoOrganization {
  readonly key: string;
  readonly kind: OrganizationKind;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Unified social credit code, GB 32100; the body DEM00000 is in no real register. */
  readonly creditCode: string;
  /** GB/T 2260. */
  readonly regionCode: string;
  readonly descriptionZh: string;
  readonly descriptionEn: string;
  /** Enterprises only. */
  readonly isSmallEnterprise?: boolean;
}

export interface DemoPerson {
  readonly key: string;
  readonly email: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly organizationKey: string;
  readonly role: DemoRole;
}

export interface DemoInventor {
  readonly name: string;
  readonly shareBasisPoints: number;
}

export interface DemoAchievement {
  readonly key: string;
  readonly organizationKey: string;
  readonly kind: 'PATENT' | 'KNOW_HOW' | 'SOFTWARE' | 'PLANT_VARIETY' | 'IC_LAYOUT' | 'OTHER';
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly abstractZh: string;
  readonly abstractEn: string;
  readonly keywords: readonly string[];
  readonly fieldCode: FieldCode;
  readonly ipcCodes: readonly string[];
  /** 1 to 9. */
  readonly trlLevel: number;
  readonly maturityStage: 'EARLY' | 'MIDDLE' | 'MATURE';
  readonly rightsOffered: readonly (
    | 'PATENT_ASSIGNMENT'
    | 'LICENSE_EXCLUSIVE'
    | 'LICENSE_SOLE'
    | 'LICENSE_NONEXCLUSIVE'
    | 'EQUITY'
    | 'COOPERATION'
  )[];
  readonly priceMode: 'NEGOTIABLE' | 'LISTED' | 'BIDDING';
  /** Absent where the price is negotiable. */
  readonly askingPriceAmount?: string;
  readonly regionCode: string;
  /** Shares sum to 10,000. */
  readonly inventors: readonly DemoInventor[];
}

export interface DemoDemand {
  readonly key: string;
  readonly organizationKey: string;
  readonly isAnonymous: boolean;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly problemZh: string;
  readonly problemEn: string;
  readonly targetZh: string;
  readonly targetEn: string;
  readonly fieldCode: FieldCode;
  readonly regionCode: string;
  readonly budgetAmount?: string;
  readonly deadlineInDays: number;
  readonly cooperationMode:
    'ASSIGNMENT' | 'LICENSE' | 'COMMISSIONED_DEVELOPMENT' | 'JOINT_DEVELOPMENT' | 'CONSULTING' | 'OPEN';
  /** Achievements written to fit, best first; empty where the catalogue has no answer. */
  readonly matchingAchievementKeys: readonly string[];
}

export interface DemoSale {
  readonly key: string;
  /** 1 is the last complete quarter, 12 the oldest. */
  readonly quartersAgo: number;
  /** 1 is the quarter's first day; never beyond the 90th. */
  readonly dayInQuarter: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly sellerKey: string;
  readonly buyerKey: string;
  readonly fieldCode: FieldCode;
  readonly contractKind: 'TRANSFER' | 'LICENSE' | 'DEVELOPMENT' | 'SERVICE' | 'CONSULTING';
  readonly mode: 'BIDDING' | 'LISTING' | 'AGREEMENT';
  readonly turnoverAmount: string;
  /** Technology transaction amount, at most the turnover. */
  readonly technologyAmount: string;
  readonly originRegion: string;
  readonly destinationRegion: string;
}

export interface DemoLot {
  readonly key: string;
  readonly achievementKey: string;
  /** A person with the role BROKER. */
  readonly brokerKey: string;
  readonly startPrice: string;
  readonly bidStep: string;
  readonly reservePrice?: string;
  readonly depositAmount: string;
  /** After the catalogue is loaded. */
  readonly startsInMinutes: number;
  readonly durationMinutes: number;
  readonly softClose: { readonly windowSeconds: number; readonly extendSeconds: number };
  /** People with the role BUYER whose organizations are already registered to bid. */
  readonly bidderKeys: readonly string[];
}
