import type { KindText } from './text.js';

export const peopleTexts = {
  ORGANIZATION_ADMITTED: {
    name: { zh: '准入通过', en: 'Admission granted' },
    what: { zh: '准入申请已通过。理由：{reason}', en: 'Your organization is admitted. Reason: {reason}' },
    toDo: { zh: '请查看您的工作台，开始办理业务。', en: 'Open your desk and start.' },
    why: 'SELF',
  },
  ORGANIZATION_REFUSED: {
    name: { zh: '准入未通过', en: 'Admission refused' },
    what: { zh: '准入申请未通过。理由：{reason}', en: 'Your organization is not admitted. Reason: {reason}' },
    toDo: { zh: '请按理由更正后重新申请。', en: 'Correct what the reason names and apply again.' },
    why: 'SELF',
  },
  ROLE_GRANTED: {
    name: { zh: '获得角色', en: 'Role granted' },
    what: { zh: '您获得角色：{name}。理由：{reason}', en: 'You have the role of {name}. Reason: {reason}' },
    why: 'SELF',
  },
  ROLE_ENDED: {
    name: { zh: '角色终止', en: 'Role ended' },
    what: {
      zh: '您的角色已终止：{name}。理由：{reason}',
      en: 'Your role of {name} has ended. Reason: {reason}',
    },
    why: 'SELF',
  },
  IMPORT_FINISHED: {
    name: { zh: '导入完成', en: 'Import finished' },
    what: {
      zh: '导入完成：新增 {count} 条，更新 {other} 条，未通过 {refused} 条。',
      en: 'The import is finished: {count} created, {other} updated, {refused} refused.',
    },
    toDo: {
      zh: '请核对未通过的行，并发布草稿。',
      en: 'Look through the refused rows and publish the drafts.',
    },
    why: 'STARTER',
  },
  IMPORT_FAILED: {
    name: { zh: '导入失败', en: 'Import failed' },
    what: {
      zh: '导入未能完成；已写入的行予以保留。',
      en: 'The import could not go on; the rows it has written stay.',
    },
    toDo: {
      zh: '请查看原因，更正文件后重新导入。',
      en: 'Read the cause, correct the file and import it again.',
    },
    why: 'STARTER',
  },
  ACHIEVEMENTS_PUBLISHED: {
    name: { zh: '成果发布', en: 'Achievements published' },
    what: { zh: '已公开发布成果 {count} 项。', en: 'Achievements made public: {count}.' },
    why: 'HOLDER',
  },
  MATCHES_FOUND: {
    name: { zh: '需求有新匹配', en: 'New matches of a demand' },
    what: { zh: '该需求新增匹配成果 {count} 项。', en: 'New achievements that match this demand: {count}.' },
    toDo: { zh: '请查看匹配成果及理由。', en: 'Look at the matches and the reasons for them.' },
    why: 'POSTER',
  },
  ADMISSION_WAITING: {
    name: { zh: '准入申请待审', en: 'Admission waits' },
    what: { zh: '收到一份准入申请。', en: 'An organization has applied for admission.' },
    toDo: { zh: '请审核该申请。', en: 'Decide the application.' },
    why: 'OPERATOR',
  },
  FACT_PARKED: {
    name: { zh: '后台处理搁置', en: 'Background work parked' },
    what: {
      zh: '订阅 {name} 多次未能处理第 {count} 号事实，已搁置。',
      en: 'Subscriber {name} failed on fact {count} again and again; the fact is parked.',
    },
    toDo: { zh: '请查看日志，排除原因后重放。', en: 'Read the log, mend the cause and replay the fact.' },
    why: 'OPERATOR',
  },
  LEDGER_CHECK_FAILED: {
    name: { zh: '账务核对不平', en: 'Ledger check failed' },
    what: { zh: '账务核对不平。', en: 'The ledger does not balance.' },
    toDo: { zh: '请停止确认到账，并立即核查。', en: 'Confirm no more payments and look into it at once.' },
    why: 'OPERATOR',
  },
  JOURNAL_CHECK_FAILED: {
    name: { zh: '审计日志核验失败', en: 'Audit log check failed' },
    what: {
      zh: '审计日志 {name} 自第 {count} 号起核验不符。',
      en: 'The audit log {name} does not verify from entry {count} on.',
    },
    toDo: { zh: '请立即核查，并保全备份。', en: 'Look into it at once and keep the backups.' },
    why: 'OPERATOR',
  },
  MAIL_FAILED: {
    name: { zh: '必达邮件未送达', en: 'Mandatory mail failed' },
    what: { zh: '一封必达邮件未能送达（{name}）。', en: 'A mandatory mail could not be delivered ({name}).' },
    toDo: {
      zh: '请在发件箱查看原因，另行通知当事人或重新发送。',
      en: 'Read the cause in the outbox; send it again or tell the person another way.',
    },
    why: 'OPERATOR',
  },
} satisfies Record<string, KindText>;
