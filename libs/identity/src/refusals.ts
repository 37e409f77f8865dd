import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  CREDIT_CODE_CHECK_DIGIT: {
    zh: '统一社会信用代码有误：须为 18 位，且校验码正确。',
    en: 'The unified social credit code is wrong: 18 characters with a matching check digit are needed.',
  },
  CREDIT_CODE_TAKEN: {
    zh: '该统一社会信用代码的机构已经准入。',
    en: 'An organization with this credit code is already admitted.',
  },
  ALREADY_APPLIED: {
    zh: '您已为该机构提交申请，请等待审核。',
    en: 'You have already applied for this organization. Wait for the decision.',
  },
  TOO_MANY_APPLICATIONS: {
    zh: '您有 {max} 件申请待审核，请等待结果后再申请。',
    en: '{max} applications of yours are waiting. Apply again after they are decided.',
  },
  EMAIL_NOT_CONFIRMED: {
    zh: '请先点击邮件中的链接确认邮箱。',
    en: 'Confirm your e-mail address first: open the link in the mail.',
  },
  REGION_CODE: { zh: '行政区划代码须为 6 位数字。', en: 'A region code has 6 digits.' },
  ORGANIZATION_KIND: { zh: '机构类型无效。', en: 'There is no such kind of organization.' },
  ROLE_NOT_OPEN: {
    zh: '该角色由运营方授予，不能申请。',
    en: 'This role is given by the operator and cannot be applied for.',
  },
  ADMISSION_DECIDED: { zh: '该申请已经有审核结果。', en: 'This application is already decided.' },
  OWN_APPLICATION: { zh: '不能审核本人提交的申请。', en: 'You cannot decide an application of your own.' },
  NO_SUCH_PERSON: {
    zh: '没有使用该邮箱的已确认账户。',
    en: 'There is no confirmed account with this address.',
  },
  ALREADY_MEMBER: { zh: '该人员已有此角色。', en: 'The person already has this role.' },
  TOKEN_SCOPE: { zh: '令牌只能使用您现有的角色。', en: 'A token can only use roles that you have.' },
  TOKEN_DAYS: { zh: '令牌有效期须为 1 至 {max} 天。', en: 'A token is valid for 1 to {max} days.' },
  TOO_MANY_TOKENS: { zh: '最多可有 {max} 个有效令牌。', en: 'At most {max} tokens can be valid at a time.' },
  NOT_DEMONSTRATION: {
    zh: '仅演示环境可以使用演示数据。',
    en: 'Demonstration data is for demonstration installations only.',
  },
});
