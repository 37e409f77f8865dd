import type { MessageParams } from '../row-file-error.js';
import { FILE_FAILURES, type Sentence } from './file-failures.js';

type Language = 'zh-CN' | 'en';

/** Why a row is refused, by the rule it breaks. FILE-… are rules of the file reader. */
const ROW_RULES = {
  'ROW-ID-REQUIRED': { zh: '缺少 id。', en: 'The id is missing.' },
  'ROW-ID-FORM': { zh: 'id 须写作“来源:编号”。', en: 'Write the id as source:key.' },
  'ROW-TITLE-REQUIRED': { zh: '缺少标题。', en: 'The title is missing.' },
  'ROW-ABSTRACT-REQUIRED': { zh: '缺少简介。', en: 'The abstract is missing.' },
  'ROW-DESCRIPTION-REQUIRED': { zh: '缺少技术难题的说明。', en: 'The description is missing.' },
  'ROW-KIND-UNKNOWN': {
    zh: '不认识的类型，可用 patent、paper、project、funded-project。',
    en: 'Unknown kind. Use patent, paper, project or funded-project.',
  },
  'ROW-LANG-UNKNOWN': { zh: '语言只能是 zh 或 en。', en: 'The language is zh or en.' },
  'ROW-DATE': { zh: '日期须写作 2030-12-31 并且存在。', en: 'Write a real date, such as 2030-12-31.' },
  'ROW-TRL': {
    zh: '技术成熟度为 1 至 9 的整数。',
    en: 'The readiness level is a whole number from 1 to 9.',
  },
  'ROW-URL': {
    zh: '网址须以 http:// 或 https:// 开头。',
    en: 'The address must start with http:// or https://.',
  },
  'ROW-TEXT': { zh: '内容不是可保存的文本。', en: 'The value is not text that can be stored.' },
  'ROW-TOO-LONG': { zh: '最多 {max} 个字符。', en: 'Use at most {max} characters.' },
  'ROW-TOO-MANY': { zh: '最多 {max} 项。', en: 'Use at most {max} entries.' },
  'ROW-DUPLICATE-IN-FILE': {
    zh: '同一 id 在文件中已经出现。',
    en: 'The same id already stands further up in the file.',
  },
  'FILE-JSON': { zh: '此行不是一个 JSON 对象。', en: 'The line is not a JSON object.' },
  'FILE-LINE-LENGTH': { zh: '此行过长。', en: 'The line is too long.' },
  'FILE-ENCODING': { zh: '此行不是 {expected} 编码。', en: 'The line is not encoded in {expected}.' },
  'FILE-COLUMNS': { zh: '此行的列数与表头不符。', en: 'The row does not have the columns of the header.' },
  'FILE-FORMULA': {
    zh: '单元格是没有计算结果的公式，请改为数值或文本。',
    en: 'The cell holds a formula without a value. Replace it by its value.',
  },
} satisfies Record<string, Sentence>;

export type RowRuleId = keyof typeof ROW_RULES;

const fill = ({ zh, en }: Sentence, language: Language, params: MessageParams) =>
  (language === 'en' ? en : zh).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'));

/** The sentence for the person; a rule of a newer file reader is named as it is. */
export function rowMessage(rule: string, language: Language, params: MessageParams = {}): string {
  const message = (ROW_RULES as Record<string, Sentence>)[rule];
  return message ? fill(message, language, params) : rule;
}

/** Why the whole file was refused: by the reason where there is a sentence for it, else by the code. */
export function failureMessage(code: string, language: Language, params: MessageParams = {}): string {
  const detail = params['reason'] ?? params['limit'] ?? params['found'];
  const message = FILE_FAILURES[`${code}.${detail}`] ?? FILE_FAILURES[code];
  return message ? fill(message, language, withMegabytes(params)) : code;
}

/** Sizes as people read them. */
function withMegabytes(params: MessageParams): MessageParams {
  const allowed = params['allowed'];
  return typeof allowed === 'number' ? { ...params, allowedMB: Math.floor(allowed / 1024 / 1024) } : params;
}
