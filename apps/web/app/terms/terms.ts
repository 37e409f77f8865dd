import type {
  AchievementKind,
  AchievementState,
  AdmissionState,
  CooperationMode,
  MatchReasonKind,
  MaturityStage,
  OrganizationKind,
  PriceMode,
  RightsOffered,
  Role,
  SaleMode,
} from '../data/generated/operations';
import { m } from '../messages/generated/messages';

/** Every code has its word in both languages: the compiler finds a missing one. */
type Terms<Code extends string> = Record<Code, () => string>;

export const achievementKind: Terms<AchievementKind> = {
  PATENT: m.kind_patent,
  KNOW_HOW: m.kind_know_how,
  SOFTWARE: m.kind_software,
  PLANT_VARIETY: m.kind_plant_variety,
  IC_LAYOUT: m.kind_ic_layout,
  PAPER: m.kind_paper,
  PROJECT: m.kind_project,
  OTHER: m.kind_other,
};

export const achievementState: Terms<AchievementState> = {
  DRAFT: m.state_draft,
  PUBLISHED: m.state_published,
  WITHDRAWN: m.state_withdrawn_record,
};

export const rightsOffered: Terms<RightsOffered> = {
  PATENT_ASSIGNMENT: m.rights_patent_assignment,
  LICENSE_EXCLUSIVE: m.rights_license_exclusive,
  LICENSE_SOLE: m.rights_license_sole,
  LICENSE_NONEXCLUSIVE: m.rights_license_nonexclusive,
  EQUITY: m.rights_equity,
  COOPERATION: m.rights_cooperation,
};

export const priceMode: Terms<PriceMode> = {
  NEGOTIABLE: m.price_mode_negotiable,
  LISTED: m.price_mode_listed,
  BIDDING: m.price_mode_bidding,
};

export const maturityStage: Terms<MaturityStage> = {
  EARLY: m.stage_early,
  MIDDLE: m.stage_middle,
  MATURE: m.stage_mature,
};

export const saleMode: Terms<SaleMode> = {
  LISTING: m.mode_listing,
  BIDDING: m.mode_bidding,
  AGREEMENT: m.mode_agreement,
  FIXED_PRICE: m.mode_fixed_price,
  TENDER: m.mode_tender,
};

export const cooperationMode: Terms<CooperationMode> = {
  ASSIGNMENT: m.coop_assignment,
  LICENSE: m.coop_license,
  COMMISSIONED_DEVELOPMENT: m.coop_commissioned_development,
  JOINT_DEVELOPMENT: m.coop_joint_development,
  CONSULTING: m.coop_consulting,
  OPEN: m.coop_open,
};

export const organizationKind: Terms<OrganizationKind> = {
  UNIVERSITY: m.org_university,
  RESEARCH_INSTITUTE: m.org_research_institute,
  ENTERPRISE: m.org_enterprise,
  SERVICE_INSTITUTION: m.org_service_institution,
  INVESTOR: m.org_investor,
  GOVERNMENT: m.org_government,
  ASSOCIATION: m.org_association,
};

export const admissionState: Terms<AdmissionState> = {
  SUBMITTED: m.admission_submitted,
  ADMITTED: m.admission_admitted,
  REFUSED: m.admission_refused,
};

export const role: Terms<Role> = {
  OPERATOR: m.role_operator,
  OFFICER: m.role_officer,
  INVENTOR: m.role_inventor,
  BUYER: m.role_buyer,
  BROKER: m.role_broker,
  REGISTRAR: m.role_registrar,
  STATISTICIAN: m.role_statistician,
  SUPERVISOR: m.role_supervisor,
};

export const matchReason: Terms<MatchReasonKind> = {
  TERMS: m.reason_terms,
  FIELD: m.reason_field,
  REGION: m.reason_region,
  MATURITY: m.reason_maturity,
  PRICE: m.reason_price,
  FRESHNESS: m.reason_freshness,
};

/** Choices of a form or filter, in the order of the table. */
export const choices = <Code extends string>(terms: Terms<Code>) =>
  (Object.keys(terms) as Code[]).map((value) => ({ value, label: terms[value]() }));

/** The word for a code that came from outside; unknown codes are shown as they are. */
export const termOf = (terms: Record<string, () => string>, code: string): string => terms[code]?.() ?? code;
