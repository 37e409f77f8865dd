import type { Language, RefusalMessage } from '@stx/platform';

export type MessageParams = Record<string, string | number>;

/** Why a row is refused, by the rule it breaks. FILE-… are rules of the file reader. */
const ROW_RULES = {
  'ROW-ID-REQUIRED': { zh: '缺少 id。', en: 'The id is missing.' },
  'ROW-ID-FORM': { zh: 'id 须写作“来源:编号”。', en: 'Write the id as source:key.' },
  'ROW-TITLE-REQUIRED': { zh: '缺少标题。', en: 'The title is missing.' },
  'ROW-ABSTRACT-REQUIRED': { zh: '缺少简介。', en: 'The abstract is missing.' },
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
    zh: '单元格是公式，请改为数值或文本。',
    en: 'The cell holds a formula. Replace it by its value.',
  },
} satisfies Record<string, RefusalMessage>;

export type RowRuleId = keyof typeof ROW_RULES;

/** Why a whole import failed; the rows before the failure stay imported. */
const FAILURES: Record<string, RefusalMessage> = {
  FILE_TOO_LARGE: { zh: '文件过大。', en: 'The file is too large.' },
  FILE_ENCODING: {
    zh: '无法识别文件的文字编码，请存为 UTF-8。',
    en: 'The encoding of the file is not clear. Save it as UTF-8.',
  },
  FILE_FORMAT: {
    zh: '文件不是可读的 NDJSON、CSV 或 XLSX。',
    en: 'The file is not a readable NDJSON, CSV or XLSX file.',
  },
  FILE_ZIP_BOMB: {
    zh: '文件解压后过大，已拒绝。',
    en: 'The file grows too large when unpacked and was refused.',
  },
  FILE_EMPTY: { zh: '文件中没有数据行。', en: 'The file holds no rows.' },
  FILE_TIMEOUT: { zh: '读取文件超时。', en: 'Reading the file took too long.' },
  FILE_GONE: { zh: '已上传的文件已不存在，请重新上传。', en: 'The uploaded file is gone. Upload it again.' },
  IMPORT_BROKEN: {
    zh: '导入多次中断，已停止；已导入的行保留。请再次导入同一文件。',
    en: 'The import broke off several times and was stopped; imported rows stay. Import the same file again.',
  },
};

const sentence = ({ zh, en }: RefusalMessage, language: Language, params: MessageParams) =>
  (language === 'en' ? en : zh).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'));

/** The sentence for the person; a rule of a newer file reader is named as it is. */
export function rowMessage(rule: string, language: Language, params: MessageParams = {}): string {
  const message = (ROW_RULES as Record<string, RefusalMessage>)[rule];
  return message ? sentence(message, language, params) : rule;
}

export function failureMessage(code: string, language: Language, params: MessageParams = {}): string {
  const message = FAILURES[code];
  return message ? sentence(message, language, params) : code;
}
