/** The same words in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** Why somebody gets a notification. */
export const WHY = {
  SELF: { zh: '此事与您的账户有关。', en: 'You get this because it concerns your account.' },
  STARTER: { zh: '该导入由您发起。', en: 'You get this because you started the import.' },
  HOLDER: {
    zh: '您负责贵单位的成果。',
    en: 'You get this because you look after the achievements of your organization.',
  },
  POSTER: { zh: '该需求由贵单位发布。', en: 'You get this because your organization posted the demand.' },
  BIDDER: {
    zh: '贵单位已报名参加该标的的竞价。',
    en: 'You get this because your organization registered to bid for this lot.',
  },
  SELLER: {
    zh: '贵单位是该标的的转让方。',
    en: 'You get this because your organization is the seller of this lot.',
  },
  OPERATOR: { zh: '您是交易所的运营方。', en: 'You get this because you operate the exchange.' },
} satisfies Record<string, Bilingual>;

/** What is said of one kind. `{amount}`, `{at}`, `{reason}`, `{count}`, `{other}`, `{refused}` and `{name}` are filled in. */
export interface KindText {
  /** Name of the kind, for the settings. */
  name: Bilingual;
  what: Bilingual;
  /** What the person is to do, where there is something. */
  toDo?: Bilingual;
  /** Other words for the seller of a lot. */
  seller?: { what?: Bilingual; toDo?: Bilingual | null };
  why: keyof typeof WHY;
}
