import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  AMOUNT_MISMATCH: {
    zh: '到账金额与应付金额不一致，请核对银行流水。',
    en: 'The amount received is not the amount due. Check the bank statement.',
  },
  BANK_REFERENCE_USED: {
    zh: '该银行流水号已用于另一笔款项。',
    en: 'This bank statement line has already paid for something else.',
  },
  DEPOSIT_STATE: {
    zh: '该保证金当前状态不能进行此操作。',
    en: 'The deposit is in a state that does not allow this.',
  },
  DEAL_ALREADY_PAID: { zh: '该笔成交价款已付清。', en: 'This deal is already paid.' },
});
