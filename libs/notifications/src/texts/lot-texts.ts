import type { KindText } from './text.js';

export const lotTexts = {
  LOT_SCHEDULED: {
    name: { zh: '标的已公告', en: 'Lot scheduled' },
    what: { zh: '标的已公告，{at} 开始竞价。', en: 'The lot is announced; bidding opens on {at}.' },
    why: 'SELLER',
  },
  DEPOSIT_REQUESTED: {
    name: { zh: '报名待缴保证金', en: 'Deposit requested' },
    what: {
      zh: '报名已受理，保证金 {amount} 待缴。',
      en: 'Your bidder registration is received. A deposit of {amount} is requested.',
    },
    toDo: {
      zh: '请在竞价开始前足额缴纳保证金，附言填写付款识别码；逾期到账不能参加竞价。',
      en: 'Pay the deposit in full before bidding opens, with the payment reference. A later deposit does not admit you.',
    },
    why: 'BIDDER',
  },
  BIDDER_QUALIFIED: {
    name: { zh: '取得竞买资格', en: 'Qualified to bid' },
    what: { zh: '您已取得竞买资格，{at} 开始竞价。', en: 'You may bid. Bidding opens on {at}.' },
    toDo: { zh: '请准时进入竞价室。', en: 'Enter the bidding room in time.' },
    why: 'BIDDER',
  },
  BIDDER_NOT_QUALIFIED: {
    name: { zh: '未取得竞买资格', en: 'Not qualified to bid' },
    what: { zh: '您未取得竞买资格：{name}。', en: 'You may not bid: {name}.' },
    toDo: {
      zh: '保证金将在标的结束后退还，无需办理。',
      en: 'The deposit is released when the lot has ended; there is nothing to do.',
    },
    why: 'BIDDER',
  },
  LOT_OPENS_IN_A_DAY: {
    name: { zh: '一天后开始竞价', en: 'Bidding opens in a day' },
    what: { zh: '{at} 开始竞价。', en: 'Bidding opens on {at}.' },
    toDo: { zh: '请确认保证金已到账。', en: 'Check that your deposit is held.' },
    seller: { toDo: null },
    why: 'BIDDER',
  },
  LOT_OPENS_SOON: {
    name: { zh: '15 分钟后开始竞价', en: 'Bidding opens in 15 minutes' },
    what: { zh: '{at} 开始竞价。', en: 'Bidding opens on {at}.' },
    toDo: { zh: '请进入竞价室。', en: 'Enter the bidding room.' },
    seller: { toDo: null },
    why: 'BIDDER',
  },
  LOT_POSTPONED: {
    name: { zh: '竞价延期', en: 'Lot postponed' },
    what: {
      zh: '交易所系统曾中断，竞价延至 {at} 开始。',
      en: 'The exchange was down; bidding now opens on {at}.',
    },
    why: 'BIDDER',
  },
  LOT_PAUSED: {
    name: { zh: '竞价暂停', en: 'Lot paused' },
    what: {
      zh: '竞价已暂停，计时停止。理由：{reason}',
      en: 'Bidding is paused and the clock stands still. Reason: {reason}',
    },
    why: 'BIDDER',
  },
  LOT_RESUMED: {
    name: { zh: '竞价恢复', en: 'Lot resumed' },
    what: { zh: '竞价已恢复，计时继续。', en: 'Bidding goes on and the clock runs again.' },
    toDo: { zh: '请返回竞价室。', en: 'Return to the bidding room.' },
    seller: { toDo: null },
    why: 'BIDDER',
  },
  OUTBID: {
    name: { zh: '出价被超越', en: 'Outbid' },
    what: {
      zh: '您的出价已被超越，当前价 {amount}。',
      en: 'You have been outbid. The current price is {amount}.',
    },
    toDo: { zh: '如需继续，请在竞价室出价。', en: 'To go on, bid in the bidding room.' },
    why: 'BIDDER',
  },
  LOT_WON: {
    name: { zh: '竞得标的', en: 'Lot won' },
    what: { zh: '您已竞得该标的，成交价 {amount}。', en: 'You have won the lot at {amount}.' },
    toDo: { zh: '请查看成交，按期缴清价款。', en: 'Open the deal and pay the amount due.' },
    why: 'BIDDER',
  },
  LOT_NOT_WON: {
    name: { zh: '未竞得标的', en: 'Lot not won' },
    what: {
      zh: '标的已成交，成交价 {amount}，您未竞得。',
      en: 'The lot is sold at {amount}, and not to you.',
    },
    toDo: {
      zh: '已缴保证金将予退还，无需办理。',
      en: 'A deposit you have paid is released; there is nothing to do.',
    },
    why: 'BIDDER',
  },
  LOT_SOLD: {
    name: { zh: '标的成交', en: 'Lot sold' },
    what: { zh: '标的已成交，成交价 {amount}。', en: 'Your lot is sold at {amount}.' },
    why: 'SELLER',
  },
  LOT_UNSOLD: {
    name: { zh: '标的流拍', en: 'Lot not sold' },
    what: { zh: '标的未成交：{reason}。', en: 'The lot is not sold: {reason}.' },
    toDo: {
      zh: '已缴保证金将予退还，无需办理。',
      en: 'A deposit you have paid is released; there is nothing to do.',
    },
    seller: { toDo: { zh: '如需再次转让，请重新提交标的。', en: 'To offer it again, offer a new lot.' } },
    why: 'BIDDER',
  },
  LOT_WITHDRAWN: {
    name: { zh: '标的撤回', en: 'Lot withdrawn' },
    what: { zh: '标的已撤回。理由：{reason}', en: 'The lot is withdrawn. Reason: {reason}' },
    toDo: {
      zh: '已缴保证金将予退还，无需办理。',
      en: 'A deposit you have paid is released; there is nothing to do.',
    },
    seller: { toDo: null },
    why: 'BIDDER',
  },
  DEPOSIT_RECEIVED: {
    name: { zh: '保证金到账', en: 'Deposit received' },
    what: { zh: '保证金 {amount} 已到账并冻结。', en: 'Your deposit of {amount} is received and held.' },
    why: 'BIDDER',
  },
  DEPOSIT_RELEASED: {
    name: { zh: '保证金退还', en: 'Deposit released' },
    what: {
      zh: '保证金 {amount} 已退还至付款账户。',
      en: 'Your deposit of {amount} is released to the account it came from.',
    },
    why: 'BIDDER',
  },
  DEPOSIT_APPLIED: {
    name: { zh: '保证金转为价款', en: 'Deposit applied' },
    what: { zh: '保证金 {amount} 已转为价款。', en: '{amount} of your deposit is applied to the price.' },
    why: 'BIDDER',
  },
  DEAL_OPENED: {
    name: { zh: '成交建立', en: 'Deal opened' },
    what: { zh: '成交已建立，价款 {amount}。', en: 'The deal is open at a price of {amount}.' },
    toDo: { zh: '请查看应付余额并付款。', en: 'See what is still due and pay it.' },
    seller: { toDo: null },
    why: 'BIDDER',
  },
  DEAL_PAID: {
    name: { zh: '价款付清', en: 'Payment received' },
    what: { zh: '价款 {amount} 已付清。', en: 'The price of {amount} is paid in full.' },
    seller: {
      what: {
        zh: '价款 {amount} 已付清，并已划付贵单位。',
        en: 'The price of {amount} is paid in full and passed on to you.',
      },
    },
    why: 'BIDDER',
  },
} satisfies Record<string, KindText>;
