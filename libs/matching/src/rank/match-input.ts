/** A demand as ranking sees it. */
export interface RankedDemand {
  titleZh: string | null;
  titleEn: string | null;
  problemZh: string | null;
  problemEn: string | null;
  targetZh: string | null;
  targetEn: string | null;
  fieldCode: string | null;
  regionCode: string | null;
  /** Fen, decimal. */
  budgetAmount: string | null;
  cooperationMode: string;
}

/** An achievement that shares words with the demand. */
export interface Candidate {
  id: string;
  /** BM25 of the search engine, positive; comparable among the candidates of one demand. */
  relevance: number;
  titleZh: string | null;
  titleEn: string | null;
  summaryZh: string | null;
  summaryEn: string | null;
  abstractZh: string | null;
  abstractEn: string | null;
  keywords: string[];
  fieldCode: string | null;
  regionCode: string | null;
  trlLevel: number | null;
  /** Fen, decimal. */
  askingPriceAmount: string | null;
  publishedAt: Date;
}

const joined = (...texts: (string | null)[]) => texts.filter((text) => text !== null).join('\n');

export const titleOf = (demand: RankedDemand): string => joined(demand.titleZh, demand.titleEn);

export const textOf = (candidate: Candidate): string =>
  joined(
    candidate.titleZh,
    candidate.titleEn,
    candidate.keywords.join('\n'),
    candidate.summaryZh,
    candidate.summaryEn,
    candidate.abstractZh,
    candidate.abstractEn,
  );

/** The title counts for more than what explains it: measured on judged pairs of need and offer (`match-en-sbir`). */
const TITLE_TIMES = 3;

/** The text that the search engine is asked with, mode `any`. */
export function demandQuery(
  demand: Omit<RankedDemand, 'fieldCode' | 'regionCode' | 'budgetAmount' | 'cooperationMode'>,
): string {
  const title = joined(demand.titleZh, demand.titleEn);
  const rest = joined(demand.problemZh, demand.problemEn, demand.targetZh, demand.targetEn);
  return [...Array<string>(TITLE_TIMES).fill(title), rest].join('\n');
}
