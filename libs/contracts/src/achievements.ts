/**
 * Journal `achievements`. Subject: the achievement. Written on publication and again whenever the published text
 * changes; holds published fields only.
 */
export type AchievementPublished = {
  ref: string;
  organizationId: string;
  kind: string;
  titleZh: string | null;
  titleEn: string | null;
  summaryZh: string | null;
  summaryEn: string | null;
  abstractZh: string | null;
  abstractEn: string | null;
  keywords: string[];
  fieldCode: string | null;
  category: string | null;
  ipcCodes: string[];
  trlLevel: number | null;
  rightsOffered: string[];
  priceMode: string | null;
  askingPriceAmount: string | null;
  regionCode: string | null;
  /** Milliseconds since the epoch. */
  publishedAt: number;
  isDemonstration: boolean;
};

export type AchievementWithdrawn = { ref: string };

/** Subject: the import job. One fact for all rows of a file, written when its last batch is in. */
export type AchievementsImported = {
  importJobId: string;
  created: number;
  updated: number;
  refused: number;
};

/** Subject: the import job. What it wrote before stays. */
export type ImportFailed = { importJobId: string; failure: string };
