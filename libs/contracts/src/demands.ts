/** Journal `demands`. Subject: the demand. An anonymous poster is not named. */
export type DemandPosted = {
  ref: string;
  titleZh: string | null;
  titleEn: string | null;
  problemZh: string | null;
  problemEn: string | null;
  targetZh: string | null;
  targetEn: string | null;
  fieldCode: string | null;
  regionCode: string | null;
  budgetAmount: string | null;
  cooperationMode: string;
};

export type DemandClosed = { ref: string };
