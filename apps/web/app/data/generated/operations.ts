// Made from app/data/*.graphql by scripts/generate-documents.mjs.

declare const shape: unique symbol;

export type Operation<Result, Variables> = string & { readonly [shape]?: (variables: Variables) => Result };

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AchievementKind =
  | 'PATENT'
  | 'KNOW_HOW'
  | 'SOFTWARE'
  | 'PLANT_VARIETY'
  | 'IC_LAYOUT'
  | 'PAPER'
  | 'PROJECT'
  | 'OTHER';

export type AchievementState =
  | 'DRAFT'
  | 'PUBLISHED'
  | 'WITHDRAWN';

export type RightsOffered =
  | 'PATENT_ASSIGNMENT'
  | 'LICENSE_EXCLUSIVE'
  | 'LICENSE_SOLE'
  | 'LICENSE_NONEXCLUSIVE'
  | 'EQUITY'
  | 'COOPERATION';

export type PriceMode =
  | 'NEGOTIABLE'
  | 'LISTED'
  | 'BIDDING';

export type MaturityStage =
  | 'EARLY'
  | 'MIDDLE'
  | 'MATURE';

export type AchievementSort =
  | 'RELEVANCE'
  | 'NEWEST';

export type ImportState =
  | 'RUNNING'
  | 'FINISHED'
  | 'FAILED';

export type LotState =
  | 'SUBMITTED'
  | 'SCHEDULED'
  | 'LIVE'
  | 'PAUSED'
  | 'CLOSED'
  | 'SOLD'
  | 'UNSOLD'
  | 'WITHDRAWN';

export type BidderRegistrationState =
  /** Waits for the deposit. */
  | 'REQUESTED'
  /** The deposit is held: may bid. */
  | 'QUALIFIED'
  | 'BARRED';

export type BidStanding =
  | 'NONE'
  | 'LEADING'
  | 'OUTBID';

export type DemandState =
  | 'PUBLISHED'
  | 'CLOSED';

export type CooperationMode =
  | 'ASSIGNMENT'
  | 'LICENSE'
  | 'COMMISSIONED_DEVELOPMENT'
  | 'JOINT_DEVELOPMENT'
  | 'CONSULTING'
  | 'OPEN';

export type OrganizationKind =
  | 'UNIVERSITY'
  | 'RESEARCH_INSTITUTE'
  | 'ENTERPRISE'
  | 'SERVICE_INSTITUTION'
  | 'INVESTOR'
  | 'GOVERNMENT'
  | 'ASSOCIATION';

export type AdmissionState =
  | 'SUBMITTED'
  | 'ADMITTED'
  | 'REFUSED';

/** What a person does for an organization. */
export type Role =
  | 'OPERATOR'
  | 'OFFICER'
  | 'INVENTOR'
  | 'BUYER'
  | 'BROKER'
  | 'REGISTRAR'
  | 'STATISTICIAN'
  | 'SUPERVISOR';

export type MatchReasonKind =
  | 'TERMS'
  | 'FIELD'
  | 'REGION'
  | 'MATURITY'
  | 'PRICE'
  | 'FRESHNESS';

export type NotificationTopic =
  | 'ACCOUNT'
  | 'LIBRARY'
  | 'DEMANDS'
  | 'LOTS'
  | 'MONEY'
  | 'OPERATIONS';

export type MailRule =
  /** A mail at once; cannot be turned off. */
  | 'MANDATORY'
  /** A mail at once, unless turned off. */
  | 'DEFAULT'
  /** One mail a day for all of them, unless turned off. */
  | 'DIGEST'
  /** Never mailed. */
  | 'NONE';

export type MailLanguage =
  | 'ZH_CN'
  | 'EN';

export type DepositState =
  | 'REQUESTED'
  | 'HELD'
  | 'APPLIED'
  | 'RELEASED'
  | 'FORFEITED';

export type SaleMode =
  | 'LISTING'
  | 'BIDDING'
  | 'AGREEMENT'
  | 'FIXED_PRICE'
  | 'TENDER';

export type DealState =
  | 'OPEN'
  | 'PAID';

/** OR inside a list, AND between lists. */
export type AchievementFilter = {
  kind?: Array<AchievementKind> | null | undefined;
  fieldCode?: Array<string> | null | undefined;
  category?: Array<string> | null | undefined;
  rightsOffered?: Array<RightsOffered> | null | undefined;
  priceMode?: Array<PriceMode> | null | undefined;
  regionCode?: Array<string> | null | undefined;
  organizationId?: Array<string | number> | null | undefined;
  trlLevel?: Array<string> | null | undefined;
  language?: Array<string> | null | undefined;
};

export type PublishAchievementsInput = {
  requestId: string | number;
  /** Either ids (at most 100) or the import whose drafts shall be published. */
  ids?: Array<string | number> | null | undefined;
  importJobId?: string | number | null | undefined;
};

export type ColumnMappingInput = {
  field: string;
  column: string;
};

export type ImportAchievementsInput = {
  requestId: string | number;
  /** Identity of the uploaded file. */
  uploadId: string | number;
  dryRun?: boolean | null | undefined;
  /** Which column fills which of our fields, where the file uses other names. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
};

export type OfferLotInput = {
  requestId: string | number;
  achievementId: string | number;
  titleZh?: string | null | undefined;
  titleEn?: string | null | undefined;
  /** Minor units. */
  startPriceAmount: string;
  bidStepAmount: string;
  /** Minor units; hidden. */
  reservePriceAmount?: string | null | undefined;
  depositAmount: string;
};

export type ScheduleLotInput = {
  requestId: string | number;
  lotId: string | number;
  opensAt: string;
  closesAt: string;
  extensionWindowSeconds: number;
  extensionSeconds: number;
  /** True: the broker pronounces the outcome; false: by the clock. */
  hammerByHand: boolean;
};

export type RegisterToBidInput = {
  requestId: string | number;
  lotId: string | number;
  /** The bidding terms were read and are accepted. */
  acceptsTerms: boolean;
};

export type PlaceBidInput = {
  requestId: string | number;
  lotId: string | number;
  /** Minor units. */
  amount: string;
};

export type LotActionInput = {
  requestId: string | number;
  lotId: string | number;
  /** Obligatory for pause and withdraw. */
  reason?: string | null | undefined;
};

export type PostDemandInput = {
  requestId: string | number;
  titleZh?: string | null | undefined;
  titleEn?: string | null | undefined;
  problemZh?: string | null | undefined;
  problemEn?: string | null | undefined;
  targetZh?: string | null | undefined;
  targetEn?: string | null | undefined;
  fieldCode?: string | null | undefined;
  regionCode?: string | null | undefined;
  /** Minor units. */
  budgetAmount?: string | null | undefined;
  deadlineOn?: string | null | undefined;
  cooperationMode: CooperationMode;
  isAnonymous: boolean;
};

export type CloseDemandInput = {
  requestId: string | number;
  demandId: string | number;
  reason: string;
};

export type ApplyForAdmissionInput = {
  requestId: string | number;
  kind: OrganizationKind;
  nameZh: string;
  nameEn?: string | null | undefined;
  creditCode: string;
  regionCode?: string | null | undefined;
  role: Role;
};

export type DecideAdmissionInput = {
  requestId: string | number;
  organizationId: string | number;
  admit: boolean;
  reason: string;
};

export type NotificationSettingsInput = {
  mailLanguage?: MailLanguage | null | undefined;
  /** Of the kinds that the viewer's roles may get, those that are not to be mailed; mandatory ones are refused. */
  offByMail: Array<string>;
};

export type ReplayDeadLetterInput = {
  requestId: string | number;
  subscription: string;
  seq: number;
};

export type ConfirmDepositInput = {
  requestId: string | number;
  depositId: string | number;
  /** Minor units received. */
  amount: string;
  /** Number of the bank statement line. */
  bankReference: string;
};

export type ConfirmPaymentInput = {
  requestId: string | number;
  dealId: string | number;
  amount: string;
  bankReference: string;
};

export type AchievementFactsFragment = { ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } };

export type AchievementRowFragment = { ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } };

export type AchievementListQueryVariables = Exact<{
  text?: string | null | undefined;
  filter?: AchievementFilter | null | undefined;
  sort?: AchievementSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AchievementListQuery = { achievements: { totalCount: number, isDegraded: boolean, pageInfo: { endCursor: string | null, hasNextPage: boolean }, facets: Array<{ name: string, values: Array<{ value: string, count: number }> }>, nodes: Array<{ titleHighlight: Array<{ text: string, mark: boolean }>, summaryHighlight: Array<{ text: string, mark: boolean }>, achievement: { ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } } }> } };

export type NewestAchievementsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type NewestAchievementsQuery = { achievements: { totalCount: number, nodes: Array<{ achievement: { ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } } }> } };

export type AchievementPageQueryVariables = Exact<{
  ref: string;
}>;


export type AchievementPageQuery = { achievement: { id: string, state: AchievementState, maturityStage: MaturityStage | null, publishedAt: string | null, keywords: Array<string>, ipcCodes: Array<string>, patentNo: string | null, applicationNo: string | null, expiresOn: string | null, sourceId: string | null, sourceUrl: string | null, ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, abstract: { zh: string | null, en: string | null } | null, organization: { id: string, ref: string, kind: OrganizationKind, regionCode: string | null, name: { zh: string | null, en: string | null } }, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null, askingPrice: { amount: string, currency: string } | null } | null };

export type OfferLotMutationVariables = Exact<{
  input: OfferLotInput;
}>;


export type OfferLotMutation = { offerLot:
    | { __typename: 'Lot', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type MyAchievementsQueryVariables = Exact<{
  state?: AchievementState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyAchievementsQuery = { myAchievements: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, state: AchievementState, ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } }> } };

export type PublishAchievementsMutationVariables = Exact<{
  input: PublishAchievementsInput;
}>;


export type PublishAchievementsMutation = { publishAchievements:
    | { __typename: 'PublishedAchievements', count: number }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type DealRowFragment = { id: string, ref: string, state: DealState, mode: SaleMode, fieldCode: string | null, closedAt: string, isDemonstration: boolean, title: { zh: string | null, en: string | null }, price: { amount: string, currency: string } };

export type DealListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DealListQuery = { deals: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: DealState, mode: SaleMode, fieldCode: string | null, closedAt: string, isDemonstration: boolean, title: { zh: string | null, en: string | null }, price: { amount: string, currency: string } }> } };

export type MyDealsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyDealsQuery = { myDeals: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: DealState, mode: SaleMode, fieldCode: string | null, closedAt: string, isDemonstration: boolean, dueAmount: { amount: string, currency: string } | null, title: { zh: string | null, en: string | null }, price: { amount: string, currency: string } }> } };

export type DealPageQueryVariables = Exact<{
  ref: string;
}>;


export type DealPageQuery = { deal: { id: string, ref: string, state: DealState, mode: SaleMode, fieldCode: string | null, closedAt: string, isDemonstration: boolean, lot: { ref: string, winnerCode: string | null, bidCount: number, startPrice: { amount: string, currency: string } } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } | null, buyer: { ref: string, name: { zh: string | null, en: string | null } } | null, dueAmount: { amount: string, currency: string } | null, journals: Array<{ id: string, at: string, kind: string, currency: string, entries: Array<{ account: string, amount: string }> }>, title: { zh: string | null, en: string | null }, price: { amount: string, currency: string } } | null };

export type ConfirmPaymentMutationVariables = Exact<{
  input: ConfirmPaymentInput;
}>;


export type ConfirmPaymentMutation = { confirmPayment:
    | { __typename: 'Deal', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type DemandRowFragment = { id: string, ref: string, state: DemandState, fieldCode: string | null, regionCode: string | null, deadlineOn: string | null, cooperationMode: CooperationMode, isAnonymous: boolean, isMine: boolean, publishedAt: string, isDemonstration: boolean, title: { zh: string | null, en: string | null }, problem: { zh: string | null, en: string | null }, budget: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } | null };

export type DemandListQueryVariables = Exact<{
  text?: string | null | undefined;
  fieldCode?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DemandListQuery = { demands: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: DemandState, fieldCode: string | null, regionCode: string | null, deadlineOn: string | null, cooperationMode: CooperationMode, isAnonymous: boolean, isMine: boolean, publishedAt: string, isDemonstration: boolean, title: { zh: string | null, en: string | null }, problem: { zh: string | null, en: string | null }, budget: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } | null }> } };

export type MyDemandsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyDemandsQuery = { myDemands: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: DemandState, fieldCode: string | null, regionCode: string | null, deadlineOn: string | null, cooperationMode: CooperationMode, isAnonymous: boolean, isMine: boolean, publishedAt: string, isDemonstration: boolean, title: { zh: string | null, en: string | null }, problem: { zh: string | null, en: string | null }, budget: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } | null }> } };

export type DemandPageQueryVariables = Exact<{
  ref: string;
}>;


export type DemandPageQuery = { demand: { id: string, ref: string, state: DemandState, fieldCode: string | null, regionCode: string | null, deadlineOn: string | null, cooperationMode: CooperationMode, isAnonymous: boolean, isMine: boolean, publishedAt: string, isDemonstration: boolean, target: { zh: string | null, en: string | null } | null, title: { zh: string | null, en: string | null }, problem: { zh: string | null, en: string | null }, budget: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } | null } | null };

export type DemandMatchesQueryVariables = Exact<{
  ref: string;
  first?: number | null | undefined;
}>;


export type DemandMatchesQuery = { matchingVersion: string, demand: { matches: Array<{ score: number, reasons: Array<{ kind: MatchReasonKind, shareBasisPoints: number, evidence: Array<string> }>, achievement: { ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } } }> } | null };

export type PostDemandMutationVariables = Exact<{
  input: PostDemandInput;
}>;


export type PostDemandMutation = { postDemand:
    | { __typename: 'Demand', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type CloseDemandMutationVariables = Exact<{
  input: CloseDemandInput;
}>;


export type CloseDemandMutation = { closeDemand:
    | { __typename: 'Demand', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type DepositRowFragment = { id: string, state: DepositState, paymentReference: string, requestedAt: string, amount: { amount: string, currency: string }, lot: { ref: string, state: LotState, opensAt: string | null, title: { zh: string | null, en: string | null } }, organization: { ref: string, name: { zh: string | null, en: string | null } } };

export type MyDepositsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyDepositsQuery = { myDeposits: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, state: DepositState, paymentReference: string, requestedAt: string, amount: { amount: string, currency: string }, lot: { ref: string, state: LotState, opensAt: string | null, title: { zh: string | null, en: string | null } }, organization: { ref: string, name: { zh: string | null, en: string | null } } }> } };

export type DepositQueueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DepositQueueQuery = { depositQueue: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, state: DepositState, paymentReference: string, requestedAt: string, amount: { amount: string, currency: string }, lot: { ref: string, state: LotState, opensAt: string | null, title: { zh: string | null, en: string | null } }, organization: { ref: string, name: { zh: string | null, en: string | null } } }> } };

export type LedgerCheckQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerCheckQuery = { ledgerCheck: { isBalanced: boolean, journals: number, depositsIn: string, depositsHeld: string, depositsApplied: string, depositsReleased: string, depositsForfeited: string } };

export type ConfirmDepositMutationVariables = Exact<{
  input: ConfirmDepositInput;
}>;


export type ConfirmDepositMutation = { confirmDeposit:
    | { __typename: 'Deposit', id: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type ImportRowFragment = { id: string, fileName: string, state: ImportState, read: number, created: number, updated: number, unchanged: number, refused: number, unpublished: number, startedAt: string, finishedAt: string | null };

export type ImportListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ImportListQuery = { importJobs: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, fileName: string, state: ImportState, read: number, created: number, updated: number, unchanged: number, refused: number, unpublished: number, startedAt: string, finishedAt: string | null }> } };

export type ImportPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportPageQuery = { importJob: { failure: string | null, id: string, fileName: string, state: ImportState, read: number, created: number, updated: number, unchanged: number, refused: number, unpublished: number, startedAt: string, finishedAt: string | null, errors: Array<{ row: number, column: string | null, rule: string, message: string }> } | null };

export type ImportAchievementsMutationVariables = Exact<{
  input: ImportAchievementsInput;
}>;


export type ImportAchievementsMutation = { importAchievements:
    | { __typename: 'ImportJob', id: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type ImportColumnsQueryVariables = Exact<{
  uploadId: string | number;
}>;


export type ImportColumnsQuery = { importColumns: { fileName: string, columns: Array<string>, missing: Array<string>, fields: Array<{ name: string, isRequired: boolean }>, suggested: Array<{ field: string, column: string }> } | null };

export type ImportErrorsQueryVariables = Exact<{
  id: string | number;
  after?: number | null | undefined;
}>;


export type ImportErrorsQuery = { importErrors: Array<{ row: number, column: string | null, rule: string, message: string }> };

export type LotRowFragment = { id: string, ref: string, state: LotState, bidCount: number, opensAt: string | null, closesAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, startPrice: { amount: string, currency: string }, depositAmount: { amount: string, currency: string }, currentPrice: { amount: string, currency: string } | null, finalPrice: { amount: string, currency: string } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } };

export type LotDetailFragment = { currency: string, hasReserve: boolean, extensionWindowSeconds: number, extensionSeconds: number, leaderCode: string | null, publicSequence: number, remainingMs: number | null, outcomeReason: string | null, winnerCode: string | null, chronicleHead: string | null, viewerActions: Array<string>, id: string, ref: string, state: LotState, bidCount: number, opensAt: string | null, closesAt: string | null, isDemonstration: boolean, bidStep: { amount: string, currency: string }, nextValidBid: { amount: string, currency: string } | null, myRegistration: { id: string, bidderCode: string, state: BidderRegistrationState, standing: BidStanding } | null, achievement: { id: string, ref: string, kind: AchievementKind, patentNo: string | null, expiresOn: string | null, rightsOffered: Array<RightsOffered>, fieldCode: string | null, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null }, title: { zh: string | null, en: string | null }, startPrice: { amount: string, currency: string }, depositAmount: { amount: string, currency: string }, currentPrice: { amount: string, currency: string } | null, finalPrice: { amount: string, currency: string } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } };

export type PublicEventFragment = { n: number, at: string, type: string, data: string, hash: string };

export type LotListQueryVariables = Exact<{
  state?: Array<LotState> | LotState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LotListQuery = { lots: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: LotState, bidCount: number, opensAt: string | null, closesAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, startPrice: { amount: string, currency: string }, depositAmount: { amount: string, currency: string }, currentPrice: { amount: string, currency: string } | null, finalPrice: { amount: string, currency: string } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } }> } };

export type LotPageQueryVariables = Exact<{
  ref: string;
}>;


export type LotPageQuery = { serverTime: string, lot: { currency: string, hasReserve: boolean, extensionWindowSeconds: number, extensionSeconds: number, leaderCode: string | null, publicSequence: number, remainingMs: number | null, outcomeReason: string | null, winnerCode: string | null, chronicleHead: string | null, viewerActions: Array<string>, id: string, ref: string, state: LotState, bidCount: number, opensAt: string | null, closesAt: string | null, isDemonstration: boolean, bidStep: { amount: string, currency: string }, nextValidBid: { amount: string, currency: string } | null, myRegistration: { id: string, bidderCode: string, state: BidderRegistrationState, standing: BidStanding } | null, achievement: { id: string, ref: string, kind: AchievementKind, patentNo: string | null, expiresOn: string | null, rightsOffered: Array<RightsOffered>, fieldCode: string | null, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null }, title: { zh: string | null, en: string | null }, startPrice: { amount: string, currency: string }, depositAmount: { amount: string, currency: string }, currentPrice: { amount: string, currency: string } | null, finalPrice: { amount: string, currency: string } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } } | null };

export type LotChronicleQueryVariables = Exact<{
  ref: string;
}>;


export type LotChronicleQuery = { chronicle: { text: string } };

export type ChronicleKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type ChronicleKeyQuery = { chronicleKey: string };

export type LotEventsQueryVariables = Exact<{
  lotId: string | number;
  after?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type LotEventsQuery = { lotEvents: Array<{ n: number, at: string, type: string, data: string, hash: string }> };

export type LotQueueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LotQueueQuery = { lotQueue: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: LotState, bidCount: number, opensAt: string | null, closesAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, startPrice: { amount: string, currency: string }, depositAmount: { amount: string, currency: string }, currentPrice: { amount: string, currency: string } | null, finalPrice: { amount: string, currency: string } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } }> } };

export type MyBidsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyBidsQuery = { myBids: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, state: LotState, bidCount: number, opensAt: string | null, closesAt: string | null, isDemonstration: boolean, nextValidBid: { amount: string, currency: string } | null, myRegistration: { bidderCode: string, state: BidderRegistrationState, standing: BidStanding } | null, title: { zh: string | null, en: string | null }, startPrice: { amount: string, currency: string }, depositAmount: { amount: string, currency: string }, currentPrice: { amount: string, currency: string } | null, finalPrice: { amount: string, currency: string } | null, seller: { ref: string, name: { zh: string | null, en: string | null } } }> } };

export type RegisterToBidMutationVariables = Exact<{
  input: RegisterToBidInput;
}>;


export type RegisterToBidMutation = { registerToBid:
    | { __typename: 'BidderRegistration', id: string, bidderCode: string, state: BidderRegistrationState }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type PlaceBidMutationVariables = Exact<{
  input: PlaceBidInput;
}>;


export type PlaceBidMutation = { placeBid:
    | { __typename: 'BidAccepted', seq: number, hash: string, receivedAt: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type ScheduleLotMutationVariables = Exact<{
  input: ScheduleLotInput;
}>;


export type ScheduleLotMutation = { scheduleLot:
    | { __typename: 'Lot', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type PauseLotMutationVariables = Exact<{
  input: LotActionInput;
}>;


export type PauseLotMutation = { pauseLot:
    | { __typename: 'Lot' }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type ResumeLotMutationVariables = Exact<{
  input: LotActionInput;
}>;


export type ResumeLotMutation = { resumeLot:
    | { __typename: 'Lot' }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type HammerLotMutationVariables = Exact<{
  input: LotActionInput;
}>;


export type HammerLotMutation = { hammerLot:
    | { __typename: 'Lot' }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type WithdrawLotMutationVariables = Exact<{
  input: LotActionInput;
}>;


export type WithdrawLotMutation = { withdrawLot:
    | { __typename: 'Lot' }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type NotificationItemFragment = { id: string, kind: string, caseKey: string, ref: string | null, dueAt: string | null, path: string, happenedAt: string, isRead: boolean, title: { zh: string | null, en: string | null }, what: { zh: string | null, en: string | null }, toDo: { zh: string | null, en: string | null } | null, why: { zh: string | null, en: string | null } };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  unreadOnly?: boolean | null | undefined;
  topic?: NotificationTopic | null | undefined;
}>;


export type InboxQuery = { unreadNotifications: number, notifications: { totalCount: number, nodes: Array<{ id: string, kind: string, caseKey: string, ref: string | null, dueAt: string | null, path: string, happenedAt: string, isRead: boolean, title: { zh: string | null, en: string | null }, what: { zh: string | null, en: string | null }, toDo: { zh: string | null, en: string | null } | null, why: { zh: string | null, en: string | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { unreadNotifications: number };

export type MarkReadMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MarkReadMutation = { markRead: number };

export type MarkAllReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllReadMutation = { markAllRead: number };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { notificationSettings: { mailLanguage: MailLanguage | null, kinds: Array<{ kind: string, topic: NotificationTopic, mail: MailRule, byMail: boolean, name: { zh: string | null, en: string | null } }> } };

export type SetNotificationSettingsMutationVariables = Exact<{
  input: NotificationSettingsInput;
}>;


export type SetNotificationSettingsMutation = { setNotificationSettings:
    | { __typename: 'NotificationSettings', mailLanguage: MailLanguage | null }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type JobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsQuery = { deadLetters: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ subscription: string, source: string, seq: number, factType: string, subjectId: string, errorName: string, parkedAt: string, isReplaying: boolean }> }, subscribers: Array<{ name: string, source: string, position: number, lag: number, failingSeq: number | null, tries: number, parked: number }>, jobCounts: Array<{ task: string, waiting: number, failing: number, running: number, oldestAt: string | null }> };

export type DeadLetterCountQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadLetterCountQuery = { deadLetters: { totalCount: number } };

export type ReplayDeadLetterMutationVariables = Exact<{
  input: ReplayDeadLetterInput;
}>;


export type ReplayDeadLetterMutation = { replayDeadLetter:
    | { __typename: 'ReplayAsked', subscription: string, seq: number }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type OrganizationRowFragment = { id: string, ref: string, kind: OrganizationKind, creditCode: string, regionCode: string | null, admission: AdmissionState, isDemonstration: boolean, name: { zh: string | null, en: string | null } };

export type OrganizationListQueryVariables = Exact<{
  kind?: OrganizationKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganizationListQuery = { organizations: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, kind: OrganizationKind, creditCode: string, regionCode: string | null, admission: AdmissionState, isDemonstration: boolean, name: { zh: string | null, en: string | null } }> } };

export type OrganizationPageQueryVariables = Exact<{
  ref: string;
}>;


export type OrganizationPageQuery = { organization: { id: string, ref: string, kind: OrganizationKind, creditCode: string, regionCode: string | null, admission: AdmissionState, isDemonstration: boolean, description: { zh: string | null, en: string | null } | null, name: { zh: string | null, en: string | null } } | null };

export type OrganizationAchievementsQueryVariables = Exact<{
  filter: AchievementFilter;
}>;


export type OrganizationAchievementsQuery = { achievements: { totalCount: number, nodes: Array<{ achievement: { ref: string, kind: AchievementKind, fieldCode: string | null, category: string | null, trlLevel: number | null, rightsOffered: Array<RightsOffered>, priceMode: PriceMode | null, regionCode: string | null, confirmedAt: string | null, isDemonstration: boolean, title: { zh: string | null, en: string | null }, summary: { zh: string | null, en: string | null } | null, askingPrice: { amount: string, currency: string } | null, organization: { ref: string, name: { zh: string | null, en: string | null } } } }> } };

export type AdmissionQueueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AdmissionQueueQuery = { admissionQueue: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, ref: string, kind: OrganizationKind, creditCode: string, regionCode: string | null, admission: AdmissionState, isDemonstration: boolean, name: { zh: string | null, en: string | null } }> } };

export type ApplyForAdmissionMutationVariables = Exact<{
  input: ApplyForAdmissionInput;
}>;


export type ApplyForAdmissionMutation = { applyForAdmission:
    | { __typename: 'Organization', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type DecideAdmissionMutationVariables = Exact<{
  input: DecideAdmissionInput;
}>;


export type DecideAdmissionMutation = { decideAdmission:
    | { __typename: 'Organization', ref: string }
    | { __typename: 'Refusal', code: string, field: string | null, message: string, ruleId: string | null }
   };

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { viewer: { personId: string, name: string, email: string, roles: Array<Role>, organization: { id: string, ref: string, admission: AdmissionState, isDemonstration: boolean, name: { zh: string | null, en: string | null } } | null, memberships: Array<{ roles: Array<Role>, organization: { id: string, ref: string, admission: AdmissionState, name: { zh: string | null, en: string | null } } }> } | null };

export type StatisticsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type StatisticsPageQuery = { statistics: { asOf: string, deals: number, turnover: { amount: string, currency: string }, technologyAmount: { amount: string, currency: string }, quarters: Array<{ quarter: string, deals: number, turnover: { amount: string, currency: string }, technologyAmount: { amount: string, currency: string } }>, byField: Array<{ key: string, deals: number, turnover: { amount: string, currency: string } }>, byMode: Array<{ key: string, deals: number, turnover: { amount: string, currency: string } }>, byOrigin: Array<{ key: string, deals: number, turnover: { amount: string, currency: string } }>, byDestination: Array<{ key: string, deals: number, turnover: { amount: string, currency: string } }> } };

export type TurnoverHeadlineQueryVariables = Exact<{ [key: string]: never; }>;


export type TurnoverHeadlineQuery = { statistics: { asOf: string, deals: number, turnover: { amount: string, currency: string }, quarters: Array<{ quarter: string, deals: number, turnover: { amount: string, currency: string } }> } };


export const AchievementList = "query AchievementList($text: String, $filter: AchievementFilter, $sort: AchievementSort, $first: Int, $after: String) {\n  achievements(\n    text: $text\n    filter: $filter\n    sort: $sort\n    first: $first\n    after: $after\n  ) {\n    totalCount\n    isDegraded\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    facets {\n      name\n      values {\n        value\n        count\n      }\n    }\n    nodes {\n      titleHighlight {\n        text\n        mark\n      }\n      summaryHighlight {\n        text\n        mark\n      }\n      achievement {\n        ...AchievementFacts\n      }\n    }\n  }\n}\nfragment AchievementFacts on Achievement {\n  ref\n  kind\n  fieldCode\n  category\n  trlLevel\n  rightsOffered\n  priceMode\n  askingPrice {\n    amount\n    currency\n  }\n  regionCode\n  confirmedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<AchievementListQuery, AchievementListQueryVariables>;

export const NewestAchievements = "query NewestAchievements($first: Int) {\n  achievements(sort: NEWEST, first: $first) {\n    totalCount\n    nodes {\n      achievement {\n        ...AchievementRow\n      }\n    }\n  }\n}\nfragment AchievementRow on Achievement {\n  ...AchievementFacts\n  title {\n    zh\n    en\n  }\n  summary {\n    zh\n    en\n  }\n}\nfragment AchievementFacts on Achievement {\n  ref\n  kind\n  fieldCode\n  category\n  trlLevel\n  rightsOffered\n  priceMode\n  askingPrice {\n    amount\n    currency\n  }\n  regionCode\n  confirmedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<NewestAchievementsQuery, NewestAchievementsQueryVariables>;

export const AchievementPage = "query AchievementPage($ref: String!) {\n  achievement(ref: $ref) {\n    ...AchievementRow\n    id\n    state\n    maturityStage\n    publishedAt\n    abstract {\n      zh\n      en\n    }\n    keywords\n    ipcCodes\n    patentNo\n    applicationNo\n    expiresOn\n    sourceId\n    sourceUrl\n    organization {\n      id\n      ref\n      kind\n      name {\n        zh\n        en\n      }\n      regionCode\n    }\n  }\n}\nfragment AchievementRow on Achievement {\n  ...AchievementFacts\n  title {\n    zh\n    en\n  }\n  summary {\n    zh\n    en\n  }\n}\nfragment AchievementFacts on Achievement {\n  ref\n  kind\n  fieldCode\n  category\n  trlLevel\n  rightsOffered\n  priceMode\n  askingPrice {\n    amount\n    currency\n  }\n  regionCode\n  confirmedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<AchievementPageQuery, AchievementPageQueryVariables>;

export const OfferLot = "mutation OfferLot($input: OfferLotInput!) {\n  offerLot(input: $input) {\n    __typename\n    ... on Lot {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<OfferLotMutation, OfferLotMutationVariables>;

export const MyAchievements = "query MyAchievements($state: AchievementState, $first: Int, $after: String) {\n  myAchievements(state: $state, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      id\n      state\n      ...AchievementRow\n    }\n  }\n}\nfragment AchievementRow on Achievement {\n  ...AchievementFacts\n  title {\n    zh\n    en\n  }\n  summary {\n    zh\n    en\n  }\n}\nfragment AchievementFacts on Achievement {\n  ref\n  kind\n  fieldCode\n  category\n  trlLevel\n  rightsOffered\n  priceMode\n  askingPrice {\n    amount\n    currency\n  }\n  regionCode\n  confirmedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<MyAchievementsQuery, MyAchievementsQueryVariables>;

export const PublishAchievements = "mutation PublishAchievements($input: PublishAchievementsInput!) {\n  publishAchievements(input: $input) {\n    __typename\n    ... on PublishedAchievements {\n      count\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<PublishAchievementsMutation, PublishAchievementsMutationVariables>;

export const DealList = "query DealList($first: Int, $after: String) {\n  deals(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...DealRow\n    }\n  }\n}\nfragment DealRow on Deal {\n  id\n  ref\n  state\n  mode\n  title {\n    zh\n    en\n  }\n  price {\n    amount\n    currency\n  }\n  fieldCode\n  closedAt\n  isDemonstration\n}" as Operation<DealListQuery, DealListQueryVariables>;

export const MyDeals = "query MyDeals($first: Int, $after: String) {\n  myDeals(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...DealRow\n      dueAmount {\n        amount\n        currency\n      }\n    }\n  }\n}\nfragment DealRow on Deal {\n  id\n  ref\n  state\n  mode\n  title {\n    zh\n    en\n  }\n  price {\n    amount\n    currency\n  }\n  fieldCode\n  closedAt\n  isDemonstration\n}" as Operation<MyDealsQuery, MyDealsQueryVariables>;

export const DealPage = "query DealPage($ref: String!) {\n  deal(ref: $ref) {\n    ...DealRow\n    lot {\n      ref\n      winnerCode\n      bidCount\n      startPrice {\n        amount\n        currency\n      }\n    }\n    seller {\n      ref\n      name {\n        zh\n        en\n      }\n    }\n    buyer {\n      ref\n      name {\n        zh\n        en\n      }\n    }\n    dueAmount {\n      amount\n      currency\n    }\n    journals {\n      id\n      at\n      kind\n      currency\n      entries {\n        account\n        amount\n      }\n    }\n  }\n}\nfragment DealRow on Deal {\n  id\n  ref\n  state\n  mode\n  title {\n    zh\n    en\n  }\n  price {\n    amount\n    currency\n  }\n  fieldCode\n  closedAt\n  isDemonstration\n}" as Operation<DealPageQuery, DealPageQueryVariables>;

export const ConfirmPayment = "mutation ConfirmPayment($input: ConfirmPaymentInput!) {\n  confirmPayment(input: $input) {\n    __typename\n    ... on Deal {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ConfirmPaymentMutation, ConfirmPaymentMutationVariables>;

export const DemandList = "query DemandList($text: String, $fieldCode: [String!], $first: Int, $after: String) {\n  demands(text: $text, fieldCode: $fieldCode, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...DemandRow\n    }\n  }\n}\nfragment DemandRow on Demand {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  problem {\n    zh\n    en\n  }\n  fieldCode\n  regionCode\n  budget {\n    amount\n    currency\n  }\n  deadlineOn\n  cooperationMode\n  isAnonymous\n  isMine\n  publishedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<DemandListQuery, DemandListQueryVariables>;

export const MyDemands = "query MyDemands($first: Int, $after: String) {\n  myDemands(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...DemandRow\n    }\n  }\n}\nfragment DemandRow on Demand {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  problem {\n    zh\n    en\n  }\n  fieldCode\n  regionCode\n  budget {\n    amount\n    currency\n  }\n  deadlineOn\n  cooperationMode\n  isAnonymous\n  isMine\n  publishedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<MyDemandsQuery, MyDemandsQueryVariables>;

export const DemandPage = "query DemandPage($ref: String!) {\n  demand(ref: $ref) {\n    ...DemandRow\n    target {\n      zh\n      en\n    }\n  }\n}\nfragment DemandRow on Demand {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  problem {\n    zh\n    en\n  }\n  fieldCode\n  regionCode\n  budget {\n    amount\n    currency\n  }\n  deadlineOn\n  cooperationMode\n  isAnonymous\n  isMine\n  publishedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<DemandPageQuery, DemandPageQueryVariables>;

export const DemandMatches = "query DemandMatches($ref: String!, $first: Int) {\n  demand(ref: $ref) {\n    matches(first: $first) {\n      score\n      reasons {\n        kind\n        shareBasisPoints\n        evidence\n      }\n      achievement {\n        ...AchievementRow\n      }\n    }\n  }\n  matchingVersion\n}\nfragment AchievementRow on Achievement {\n  ...AchievementFacts\n  title {\n    zh\n    en\n  }\n  summary {\n    zh\n    en\n  }\n}\nfragment AchievementFacts on Achievement {\n  ref\n  kind\n  fieldCode\n  category\n  trlLevel\n  rightsOffered\n  priceMode\n  askingPrice {\n    amount\n    currency\n  }\n  regionCode\n  confirmedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<DemandMatchesQuery, DemandMatchesQueryVariables>;

export const PostDemand = "mutation PostDemand($input: PostDemandInput!) {\n  postDemand(input: $input) {\n    __typename\n    ... on Demand {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<PostDemandMutation, PostDemandMutationVariables>;

export const CloseDemand = "mutation CloseDemand($input: CloseDemandInput!) {\n  closeDemand(input: $input) {\n    __typename\n    ... on Demand {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<CloseDemandMutation, CloseDemandMutationVariables>;

export const MyDeposits = "query MyDeposits($first: Int, $after: String) {\n  myDeposits(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...DepositRow\n    }\n  }\n}\nfragment DepositRow on Deposit {\n  id\n  state\n  amount {\n    amount\n    currency\n  }\n  paymentReference\n  requestedAt\n  lot {\n    ref\n    title {\n      zh\n      en\n    }\n    state\n    opensAt\n  }\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<MyDepositsQuery, MyDepositsQueryVariables>;

export const DepositQueue = "query DepositQueue($first: Int, $after: String) {\n  depositQueue(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...DepositRow\n    }\n  }\n}\nfragment DepositRow on Deposit {\n  id\n  state\n  amount {\n    amount\n    currency\n  }\n  paymentReference\n  requestedAt\n  lot {\n    ref\n    title {\n      zh\n      en\n    }\n    state\n    opensAt\n  }\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<DepositQueueQuery, DepositQueueQueryVariables>;

export const LedgerCheck = "query LedgerCheck {\n  ledgerCheck {\n    isBalanced\n    journals\n    depositsIn\n    depositsHeld\n    depositsApplied\n    depositsReleased\n    depositsForfeited\n  }\n}" as Operation<LedgerCheckQuery, LedgerCheckQueryVariables>;

export const ConfirmDeposit = "mutation ConfirmDeposit($input: ConfirmDepositInput!) {\n  confirmDeposit(input: $input) {\n    __typename\n    ... on Deposit {\n      id\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ConfirmDepositMutation, ConfirmDepositMutationVariables>;

export const ImportList = "query ImportList($first: Int, $after: String) {\n  importJobs(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...ImportRow\n    }\n  }\n}\nfragment ImportRow on ImportJob {\n  id\n  fileName\n  state\n  read\n  created\n  updated\n  unchanged\n  refused\n  unpublished\n  startedAt\n  finishedAt\n}" as Operation<ImportListQuery, ImportListQueryVariables>;

export const ImportPage = "query ImportPage($id: ID!) {\n  importJob(id: $id) {\n    ...ImportRow\n    failure\n    errors {\n      row\n      column\n      rule\n      message\n    }\n  }\n}\nfragment ImportRow on ImportJob {\n  id\n  fileName\n  state\n  read\n  created\n  updated\n  unchanged\n  refused\n  unpublished\n  startedAt\n  finishedAt\n}" as Operation<ImportPageQuery, ImportPageQueryVariables>;

export const ImportAchievements = "mutation ImportAchievements($input: ImportAchievementsInput!) {\n  importAchievements(input: $input) {\n    __typename\n    ... on ImportJob {\n      id\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ImportAchievementsMutation, ImportAchievementsMutationVariables>;

export const ImportColumns = "query ImportColumns($uploadId: ID!) {\n  importColumns(uploadId: $uploadId) {\n    fileName\n    columns\n    fields {\n      name\n      isRequired\n    }\n    missing\n    suggested {\n      field\n      column\n    }\n  }\n}" as Operation<ImportColumnsQuery, ImportColumnsQueryVariables>;

export const ImportErrors = "query ImportErrors($id: ID!, $after: Int) {\n  importErrors(id: $id, after: $after) {\n    row\n    column\n    rule\n    message\n  }\n}" as Operation<ImportErrorsQuery, ImportErrorsQueryVariables>;

export const LotList = "query LotList($state: [LotState!], $first: Int, $after: String) {\n  lots(state: $state, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...LotRow\n    }\n  }\n}\nfragment LotRow on Lot {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  startPrice {\n    amount\n    currency\n  }\n  depositAmount {\n    amount\n    currency\n  }\n  currentPrice {\n    amount\n    currency\n  }\n  finalPrice {\n    amount\n    currency\n  }\n  bidCount\n  opensAt\n  closesAt\n  isDemonstration\n  seller {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<LotListQuery, LotListQueryVariables>;

export const LotPage = "query LotPage($ref: String!) {\n  lot(ref: $ref) {\n    ...LotDetail\n  }\n  serverTime\n}\nfragment LotDetail on Lot {\n  ...LotRow\n  currency\n  bidStep {\n    amount\n    currency\n  }\n  hasReserve\n  extensionWindowSeconds\n  extensionSeconds\n  leaderCode\n  publicSequence\n  remainingMs\n  outcomeReason\n  winnerCode\n  chronicleHead\n  nextValidBid {\n    amount\n    currency\n  }\n  viewerActions\n  myRegistration {\n    id\n    bidderCode\n    state\n    standing\n  }\n  achievement {\n    id\n    ref\n    kind\n    title {\n      zh\n      en\n    }\n    summary {\n      zh\n      en\n    }\n    patentNo\n    expiresOn\n    rightsOffered\n    fieldCode\n  }\n}\nfragment LotRow on Lot {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  startPrice {\n    amount\n    currency\n  }\n  depositAmount {\n    amount\n    currency\n  }\n  currentPrice {\n    amount\n    currency\n  }\n  finalPrice {\n    amount\n    currency\n  }\n  bidCount\n  opensAt\n  closesAt\n  isDemonstration\n  seller {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<LotPageQuery, LotPageQueryVariables>;

export const LotChronicle = "query LotChronicle($ref: String!) {\n  chronicle(ref: $ref) {\n    text\n  }\n}" as Operation<LotChronicleQuery, LotChronicleQueryVariables>;

export const ChronicleKey = "query ChronicleKey {\n  chronicleKey\n}" as Operation<ChronicleKeyQuery, ChronicleKeyQueryVariables>;

export const LotEvents = "query LotEvents($lotId: ID!, $after: Int, $first: Int) {\n  lotEvents(lotId: $lotId, after: $after, first: $first) {\n    ...PublicEvent\n  }\n}\nfragment PublicEvent on LotEvent {\n  n\n  at\n  type\n  data\n  hash\n}" as Operation<LotEventsQuery, LotEventsQueryVariables>;

export const LotQueue = "query LotQueue($first: Int, $after: String) {\n  lotQueue(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...LotRow\n    }\n  }\n}\nfragment LotRow on Lot {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  startPrice {\n    amount\n    currency\n  }\n  depositAmount {\n    amount\n    currency\n  }\n  currentPrice {\n    amount\n    currency\n  }\n  finalPrice {\n    amount\n    currency\n  }\n  bidCount\n  opensAt\n  closesAt\n  isDemonstration\n  seller {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<LotQueueQuery, LotQueueQueryVariables>;

export const MyBids = "query MyBids($first: Int, $after: String) {\n  myBids(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...LotRow\n      nextValidBid {\n        amount\n        currency\n      }\n      myRegistration {\n        bidderCode\n        state\n        standing\n      }\n    }\n  }\n}\nfragment LotRow on Lot {\n  id\n  ref\n  state\n  title {\n    zh\n    en\n  }\n  startPrice {\n    amount\n    currency\n  }\n  depositAmount {\n    amount\n    currency\n  }\n  currentPrice {\n    amount\n    currency\n  }\n  finalPrice {\n    amount\n    currency\n  }\n  bidCount\n  opensAt\n  closesAt\n  isDemonstration\n  seller {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<MyBidsQuery, MyBidsQueryVariables>;

export const RegisterToBid = "mutation RegisterToBid($input: RegisterToBidInput!) {\n  registerToBid(input: $input) {\n    __typename\n    ... on BidderRegistration {\n      id\n      bidderCode\n      state\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<RegisterToBidMutation, RegisterToBidMutationVariables>;

export const PlaceBid = "mutation PlaceBid($input: PlaceBidInput!) {\n  placeBid(input: $input) {\n    __typename\n    ... on BidAccepted {\n      seq\n      hash\n      receivedAt\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<PlaceBidMutation, PlaceBidMutationVariables>;

export const ScheduleLot = "mutation ScheduleLot($input: ScheduleLotInput!) {\n  scheduleLot(input: $input) {\n    __typename\n    ... on Lot {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ScheduleLotMutation, ScheduleLotMutationVariables>;

export const PauseLot = "mutation PauseLot($input: LotActionInput!) {\n  pauseLot(input: $input) {\n    __typename\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<PauseLotMutation, PauseLotMutationVariables>;

export const ResumeLot = "mutation ResumeLot($input: LotActionInput!) {\n  resumeLot(input: $input) {\n    __typename\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ResumeLotMutation, ResumeLotMutationVariables>;

export const HammerLot = "mutation HammerLot($input: LotActionInput!) {\n  hammerLot(input: $input) {\n    __typename\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<HammerLotMutation, HammerLotMutationVariables>;

export const WithdrawLot = "mutation WithdrawLot($input: LotActionInput!) {\n  withdrawLot(input: $input) {\n    __typename\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<WithdrawLotMutation, WithdrawLotMutationVariables>;

export const Inbox = "query Inbox($first: Int, $after: String, $unreadOnly: Boolean, $topic: NotificationTopic) {\n  notifications(\n    first: $first\n    after: $after\n    unreadOnly: $unreadOnly\n    topic: $topic\n  ) {\n    nodes {\n      ...NotificationItem\n    }\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  unreadNotifications\n}\nfragment NotificationItem on Notification {\n  id\n  kind\n  caseKey\n  ref\n  title {\n    zh\n    en\n  }\n  what {\n    zh\n    en\n  }\n  toDo {\n    zh\n    en\n  }\n  why {\n    zh\n    en\n  }\n  dueAt\n  path\n  happenedAt\n  isRead\n}" as Operation<InboxQuery, InboxQueryVariables>;

export const UnreadCount = "query UnreadCount {\n  unreadNotifications\n}" as Operation<UnreadCountQuery, UnreadCountQueryVariables>;

export const MarkRead = "mutation MarkRead($ids: [ID!]!) {\n  markRead(ids: $ids)\n}" as Operation<MarkReadMutation, MarkReadMutationVariables>;

export const MarkAllRead = "mutation MarkAllRead {\n  markAllRead\n}" as Operation<MarkAllReadMutation, MarkAllReadMutationVariables>;

export const NotificationSettings = "query NotificationSettings {\n  notificationSettings {\n    mailLanguage\n    kinds {\n      kind\n      topic\n      name {\n        zh\n        en\n      }\n      mail\n      byMail\n    }\n  }\n}" as Operation<NotificationSettingsQuery, NotificationSettingsQueryVariables>;

export const SetNotificationSettings = "mutation SetNotificationSettings($input: NotificationSettingsInput!) {\n  setNotificationSettings(input: $input) {\n    __typename\n    ... on NotificationSettings {\n      mailLanguage\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<SetNotificationSettingsMutation, SetNotificationSettingsMutationVariables>;

export const Jobs = "query Jobs($first: Int, $after: String) {\n  deadLetters(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      subscription\n      source\n      seq\n      factType\n      subjectId\n      errorName\n      parkedAt\n      isReplaying\n    }\n  }\n  subscribers {\n    name\n    source\n    position\n    lag\n    failingSeq\n    tries\n    parked\n  }\n  jobCounts {\n    task\n    waiting\n    failing\n    running\n    oldestAt\n  }\n}" as Operation<JobsQuery, JobsQueryVariables>;

export const DeadLetterCount = "query DeadLetterCount {\n  deadLetters(first: 1) {\n    totalCount\n  }\n}" as Operation<DeadLetterCountQuery, DeadLetterCountQueryVariables>;

export const ReplayDeadLetter = "mutation ReplayDeadLetter($input: ReplayDeadLetterInput!) {\n  replayDeadLetter(input: $input) {\n    __typename\n    ... on ReplayAsked {\n      subscription\n      seq\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ReplayDeadLetterMutation, ReplayDeadLetterMutationVariables>;

export const OrganizationList = "query OrganizationList($kind: OrganizationKind, $first: Int, $after: String) {\n  organizations(kind: $kind, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...OrganizationRow\n    }\n  }\n}\nfragment OrganizationRow on Organization {\n  id\n  ref\n  kind\n  name {\n    zh\n    en\n  }\n  creditCode\n  regionCode\n  admission\n  isDemonstration\n}" as Operation<OrganizationListQuery, OrganizationListQueryVariables>;

export const OrganizationPage = "query OrganizationPage($ref: String!) {\n  organization(ref: $ref) {\n    ...OrganizationRow\n    description {\n      zh\n      en\n    }\n  }\n}\nfragment OrganizationRow on Organization {\n  id\n  ref\n  kind\n  name {\n    zh\n    en\n  }\n  creditCode\n  regionCode\n  admission\n  isDemonstration\n}" as Operation<OrganizationPageQuery, OrganizationPageQueryVariables>;

export const OrganizationAchievements = "query OrganizationAchievements($filter: AchievementFilter!) {\n  achievements(filter: $filter, sort: NEWEST, first: 6) {\n    totalCount\n    nodes {\n      achievement {\n        ...AchievementRow\n      }\n    }\n  }\n}\nfragment AchievementRow on Achievement {\n  ...AchievementFacts\n  title {\n    zh\n    en\n  }\n  summary {\n    zh\n    en\n  }\n}\nfragment AchievementFacts on Achievement {\n  ref\n  kind\n  fieldCode\n  category\n  trlLevel\n  rightsOffered\n  priceMode\n  askingPrice {\n    amount\n    currency\n  }\n  regionCode\n  confirmedAt\n  isDemonstration\n  organization {\n    ref\n    name {\n      zh\n      en\n    }\n  }\n}" as Operation<OrganizationAchievementsQuery, OrganizationAchievementsQueryVariables>;

export const AdmissionQueue = "query AdmissionQueue($first: Int, $after: String) {\n  admissionQueue(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...OrganizationRow\n    }\n  }\n}\nfragment OrganizationRow on Organization {\n  id\n  ref\n  kind\n  name {\n    zh\n    en\n  }\n  creditCode\n  regionCode\n  admission\n  isDemonstration\n}" as Operation<AdmissionQueueQuery, AdmissionQueueQueryVariables>;

export const ApplyForAdmission = "mutation ApplyForAdmission($input: ApplyForAdmissionInput!) {\n  applyForAdmission(input: $input) {\n    __typename\n    ... on Organization {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<ApplyForAdmissionMutation, ApplyForAdmissionMutationVariables>;

export const DecideAdmission = "mutation DecideAdmission($input: DecideAdmissionInput!) {\n  decideAdmission(input: $input) {\n    __typename\n    ... on Organization {\n      ref\n    }\n    ... on Refusal {\n      code\n      field\n      message\n      ruleId\n    }\n  }\n}" as Operation<DecideAdmissionMutation, DecideAdmissionMutationVariables>;

export const Shell = "query Shell {\n  viewer {\n    personId\n    name\n    email\n    roles\n    organization {\n      id\n      ref\n      name {\n        zh\n        en\n      }\n      admission\n      isDemonstration\n    }\n    memberships {\n      roles\n      organization {\n        id\n        ref\n        name {\n          zh\n          en\n        }\n        admission\n      }\n    }\n  }\n}" as Operation<ShellQuery, ShellQueryVariables>;

export const StatisticsPage = "query StatisticsPage {\n  statistics {\n    asOf\n    deals\n    turnover {\n      amount\n      currency\n    }\n    technologyAmount {\n      amount\n      currency\n    }\n    quarters {\n      quarter\n      deals\n      turnover {\n        amount\n        currency\n      }\n      technologyAmount {\n        amount\n        currency\n      }\n    }\n    byField {\n      key\n      deals\n      turnover {\n        amount\n        currency\n      }\n    }\n    byMode {\n      key\n      deals\n      turnover {\n        amount\n        currency\n      }\n    }\n    byOrigin {\n      key\n      deals\n      turnover {\n        amount\n        currency\n      }\n    }\n    byDestination {\n      key\n      deals\n      turnover {\n        amount\n        currency\n      }\n    }\n  }\n}" as Operation<StatisticsPageQuery, StatisticsPageQueryVariables>;

export const TurnoverHeadline = "query TurnoverHeadline {\n  statistics {\n    asOf\n    deals\n    turnover {\n      amount\n      currency\n    }\n    quarters {\n      quarter\n      deals\n      turnover {\n        amount\n        currency\n      }\n    }\n  }\n}" as Operation<TurnoverHeadlineQuery, TurnoverHeadlineQueryVariables>;

