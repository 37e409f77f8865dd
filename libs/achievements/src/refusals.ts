import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  ACHIEVEMENT_TITLE_REQUIRED: { zh: '请用中文或英文填写标题。', en: 'Enter a title in Chinese or English.' },
  ACHIEVEMENT_TRL: {
    zh: '技术成熟度为 1 至 9 的整数。',
    en: 'The readiness level is a whole number from 1 to 9.',
  },
  ACHIEVEMENT_KEYWORDS: { zh: '关键词最多 {max} 个。', en: 'Use at most {max} keywords.' },
  ACHIEVEMENT_PRICE_REQUIRED: { zh: '挂牌定价须填写价格。', en: 'A listed price needs an amount.' },
  PUBLISH_WHAT: {
    zh: '请选择要发布的成果，或者选择一次导入。',
    en: 'Choose the achievements to publish, or one import.',
  },
  PUBLISH_TOO_MANY: { zh: '一次最多选择 {max} 项成果。', en: 'Choose at most {max} achievements at a time.' },
  IMPORT_RUNNING: {
    zh: '导入仍在进行，请等待完成。',
    en: 'The import is still running. Wait until it has finished.',
  },
  IMPORT_FIELD_UNKNOWN: { zh: '不认识的字段“{name}”。', en: 'There is no field “{name}”.' },
  UPLOAD_UNKNOWN: {
    zh: '未找到已上传的文件，请重新上传。',
    en: 'There is no such uploaded file. Upload it again.',
  },
});
