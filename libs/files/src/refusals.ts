import { defineRefusals } from '@stx/platform';

export const refuse = defineRefusals({
  FILE_TOO_LARGE: { zh: '文件超过 {max} MB。', en: 'The file is larger than {max} MB.' },
  FILE_EMPTY: { zh: '文件是空的，请选择文件。', en: 'The file is empty. Choose a file.' },
  FILE_TYPE: {
    zh: '只接受 NDJSON、CSV、XLSX、PDF、PNG 和 JPG 文件，且内容须与扩展名一致。',
    en: 'Use an NDJSON, CSV, XLSX, PDF, PNG or JPG file whose content fits its extension.',
  },
});
