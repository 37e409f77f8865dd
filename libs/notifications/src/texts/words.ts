import type { Bilingual } from './text.js';

/** Codes that sentences contain, in words; free text stays as it is. */
const WORDS: Record<string, Bilingual> = {
  NO_BID: { zh: '无人出价', en: 'there was no bid' },
  RESERVE_NOT_MET: { zh: '未达到保留价', en: 'the reserve price was not met' },
  NO_QUALIFIED_BIDDER: { zh: '没有合格的竞买人', en: 'no bidder was qualified' },
  NOT_ENOUGH_BIDDERS: { zh: '竞买人不足', en: 'there were too few bidders' },
  LATE: { zh: '保证金在竞价开始后到账', en: 'the deposit came after bidding had opened' },
  SHORT: { zh: '保证金不足额', en: 'the deposit is less than required' },
  OPERATOR: { zh: '运营方', en: 'operator' },
  OFFICER: { zh: '技术转移专员', en: 'transfer officer' },
  INVENTOR: { zh: '发明人', en: 'inventor' },
  BUYER: { zh: '竞买人', en: 'buyer' },
  BROKER: { zh: '技术经纪人', en: 'broker' },
  REGISTRAR: { zh: '登记员', en: 'registrar' },
  STATISTICIAN: { zh: '统计人员', en: 'statistician' },
  SUPERVISOR: { zh: '监管方', en: 'supervisor' },
};

export const inWords = (text: string): Bilingual => WORDS[text] ?? { zh: text, en: text };
