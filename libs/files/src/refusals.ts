import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  FILE_TOO_LARGE: { zh: '文件超过 {max} MB。', en: 'The file is larger than {max} MB.' },
  FILE_EMPTY: { zh: '文件是空的，请选择文件。', en: 'The file is empty. Choose a file.' },
  STORAGE_DOWN: {
    zh: '文件存储暂时无法使用，文件未保存；其他功能不受影响。请稍后重试。',
    en: 'The file store cannot be reached, and the file was not kept. Everything else works. Try again later.',
  },
  FILE_TYPE: {
    zh: '只接受 NDJSON、CSV、XLSX、PDF、PNG 和 JPG 文件，且内容须与扩展名一致。',
    en: 'Use an NDJSON, CSV, XLSX, PDF, PNG or JPG file whose content fits its extension.',
  },
});
