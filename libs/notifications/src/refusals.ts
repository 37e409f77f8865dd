import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  MAIL_IS_MANDATORY: {
    zh: '此类邮件为必达邮件，不能关闭。',
    en: 'Mails of this kind are mandatory and cannot be turned off.',
  },
  NO_SUCH_KIND: { zh: '没有此类通知。', en: 'There is no such kind of notification.' },
  TOO_MANY_IDS: { zh: '一次最多标记 {max} 条。', en: 'Mark at most {max} at a time.' },
});
