import { defineRefusals } from './refused.js';

/** Refusals that any domain may answer with. */
export const refuse = defineRefusals({
  SIGN_IN_REQUIRED: { zh: '请先登录。', en: 'Sign in first.' },
  NOT_ALLOWED: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
  NOT_FOUND: { zh: '未找到该记录。', en: 'There is no such record.' },
  DOCUMENT_NOT_REGISTERED: {
    zh: '浏览器登录状态下只能使用本站页面的查询。程序请使用接口令牌，或不带登录信息访问。',
    en: 'With a browser session only the queries of our own pages run. Use an API token, or ask without a session.',
  },
  VALUE_UNREADABLE: {
    zh: '有一个值无法识别，请检查编号、金额和日期。',
    en: 'A value cannot be read. Check numbers, amounts and dates.',
  },
  VARIABLE_UNFIT: {
    zh: '变量“{name}”与接口定义不符。',
    en: 'The variable “{name}” does not fit the schema.',
  },
  PAGE_SIZE: { zh: '每页条数须为 1 至 100。', en: 'Ask for 1 to 100 rows a page.' },
  CURSOR: {
    zh: '分页位置无效，请从第一页重新开始。',
    en: 'This page address is not valid. Start again from the first page.',
  },
  REQUEST_ID_REUSED: {
    zh: '同一请求编号已用于另一内容，请刷新页面后重试。',
    en: 'This request number was already used for something else. Reload the page and try again.',
  },
  REQUEST_ID_REQUIRED: {
    zh: '缺少请求编号，请刷新页面后重试。',
    en: 'The request number is missing. Reload the page and try again.',
  },
  TEXT_REQUIRED: { zh: '请填写此项。', en: 'Fill in this field.' },
  TEXT_TOO_LONG: { zh: '此项最多 {max} 个字符。', en: 'Use at most {max} characters.' },
  TEXT_INVALID: { zh: '文本含有无法保存的字符。', en: 'The text holds characters that cannot be stored.' },
  BAD_AMOUNT: { zh: '金额须为正整数（以分计）。', en: 'The amount must be a whole number of minor units.' },
});
