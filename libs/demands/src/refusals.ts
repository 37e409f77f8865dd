import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  DEMAND_TITLE_REQUIRED: { zh: '请用中文或英文填写标题。', en: 'Enter a title in Chinese or English.' },
  DEMAND_PROBLEM_REQUIRED: {
    zh: '请用中文或英文说明技术难题。',
    en: 'Describe the problem in Chinese or English.',
  },
  DEMAND_DEADLINE_PAST: { zh: '截止日期不能早于今天。', en: 'The deadline cannot be in the past.' },
  DEMAND_CLOSED: { zh: '该需求已经关闭。', en: 'This demand is already closed.' },
});
