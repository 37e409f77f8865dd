import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  MATCHING_UNAVAILABLE: {
    zh: '匹配暂时不可用，请稍后再试。',
    en: 'Matching is not available just now. Try again in a few minutes.',
  },
});
