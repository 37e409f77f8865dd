import type { Candidate, RankedDemand } from './match-input.js';

/** How far one part of a demand is met, 0 to 1, and the stored facts that say so. */
export interface Signal {
  strength: number;
  evidence: string[];
}

const NONE: Signal = { strength: 0, evidence: [] };
const YEAR_MS = 365.25 * 86_400_000;

export function sameField(demand: RankedDemand, { fieldCode }: Candidate): Signal {
  return fieldCode !== null && fieldCode === demand.fieldCode ? { strength: 1, evidence: [fieldCode] } : NONE;
}

/** The same place, or half for the same province: the first two digits of GB/T 2260. */
export function sameRegion(demand: RankedDemand, { regionCode }: Candidate): Signal {
  if (regionCode === null || demand.regionCode === null) return NONE;
  if (regionCode === demand.regionCode) return { strength: 1, evidence: [regionCode] };
  const isNear = regionCode.slice(0, 2) === demand.regionCode.slice(0, 2);
  return isNear ? { strength: 0.5, evidence: [regionCode, demand.regionCode] } : NONE;
}

/** Who will develop further takes what is half done; who buys or licenses wants it ready. */
const DEVELOPS = new Set(['COMMISSIONED_DEVELOPMENT', 'JOINT_DEVELOPMENT']);

export function fitMaturity({ cooperationMode }: RankedDemand, { trlLevel }: Candidate): Signal {
  if (trlLevel === null) return NONE;
  const strength = DEVELOPS.has(cooperationMode) ? 1 - Math.abs(trlLevel - 5) / 8 : trlLevel / 9;
  return { strength, evidence: [`TRL ${trlLevel}`] };
}

/** Within the budget whole, up to a fifth above it half. */
export function withinBudget({ budgetAmount }: RankedDemand, { askingPriceAmount }: Candidate): Signal {
  if (budgetAmount === null || askingPriceAmount === null) return NONE;
  const [budget, price] = [BigInt(budgetAmount), BigInt(askingPriceAmount)];
  if (price * 5n > budget * 6n) return NONE;
  return { strength: price <= budget ? 1 : 0.5, evidence: [inYuan(price), inYuan(budget)] };
}

/** Halves with every two years behind the newest record of the snapshot; no clock, so a match can be repeated. */
export function freshness(newest: Date, { publishedAt }: Candidate): Signal {
  const years = Math.max(0, newest.getTime() - publishedAt.getTime()) / YEAR_MS;
  return { strength: 0.5 ** (years / 2), evidence: [publishedAt.toISOString().slice(0, 10)] };
}

const inYuan = (amount: bigint): string =>
  `CNY ${amount / 100n}.${(amount % 100n).toString().padStart(2, '0')}`;
