import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  DEAD_LETTER_GONE: {
    zh: '该事件未被搁置，或已重新处理。',
    en: 'This fact is not set aside, or it has been replayed already.',
  },
});
