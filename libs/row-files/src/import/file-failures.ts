/** One sentence in both languages; `{name}` is filled from the parameters. */
export interface Sentence {
  zh: string;
  en: string;
}

/** Why a file is refused as a whole, by code or by code and reason. */
export const FILE_FAILURES: Record<string, Sentence> = {
  FILE_MISSING: { zh: '文件不存在。', en: 'There is no such file.' },
  FILE_UNREADABLE: { zh: '没有读取此文件的权限。', en: 'The file may not be read.' },
  FILE_NOT_A_FILE: { zh: '这是文件夹或设备，不是文件。', en: 'This is a folder or a device, not a file.' },
  FILE_TOO_LARGE: { zh: '文件过大。', en: 'The file is too large.' },
  'FILE_TOO_LARGE.BYTES': {
    zh: '文件超过 {allowedMB} MB，请拆分后再导入。',
    en: 'The file is larger than {allowedMB} MB. Split it.',
  },
  'FILE_TOO_LARGE.MEMORY': {
    zh: '工作簿过大，无法读取。请另存为 CSV，或拆分后再导入。',
    en: 'The workbook is too large to be read. Save it as CSV, or split it.',
  },
  FILE_ENCODING: {
    zh: '无法识别文件的文字编码，请存为 UTF-8。',
    en: 'The encoding of the file is not clear. Save it as UTF-8.',
  },
  'FILE_ENCODING.UTF-16': {
    zh: '文件是 UTF-16 编码，请存为 UTF-8。',
    en: 'The file is encoded in UTF-16. Save it as UTF-8.',
  },
  'FILE_ENCODING.BIG5_OR_GB18030': {
    zh: '文件可能是 Big5 或 GB18030 编码，无法确定，请存为 UTF-8。',
    en: 'The file may be Big5 or GB18030, which cannot be told apart. Save it as UTF-8.',
  },
  FILE_FORMAT: {
    zh: '文件不是可读的 NDJSON、CSV 或 XLSX。',
    en: 'The file is not a readable NDJSON, CSV or XLSX file.',
  },
  'FILE_FORMAT.EXTENSION': {
    zh: '文件名须以 .xlsx、.csv、.tsv、.ndjson 或 .jsonl 结尾。',
    en: 'The name of the file must end in .xlsx, .csv, .tsv, .ndjson or .jsonl.',
  },
  'FILE_FORMAT.CONTENT': {
    zh: '文件内容与文件名的扩展名不符：应为 {expected}，实为 {found}。',
    en: 'The content does not fit the ending of the name: {expected} expected, {found} found.',
  },
  'FILE_FORMAT.QUOTE_NOT_CLOSED': {
    zh: '第 {row} 行开始的引号没有结束。',
    en: 'A quotation mark that opens at line {row} is never closed.',
  },
  'FILE_FORMAT.RECORD_TOO_LONG': { zh: '第 {row} 行过长。', en: 'Line {row} is too long.' },
  'FILE_FORMAT.DUPLICATE_COLUMN': {
    zh: '表头中“{column}”出现两次。',
    en: 'The header names the column “{column}” twice.',
  },
  'FILE_FORMAT.TOO_MANY_COLUMNS': {
    zh: '表头超过 {limit} 列。',
    en: 'The header has more than {limit} columns.',
  },
  'FILE_FORMAT.MISSING_COLUMN': {
    zh: '表头中没有“{column}”列。若贵方用别的列名，请提供列对照。',
    en: 'The header has no column “{column}”. If yours has another name, give a column mapping.',
  },
  'FILE_FORMAT.NO_DIRECTORY': {
    zh: '工作簿不完整，请重新保存或下载。',
    en: 'The workbook is incomplete. Save or download it again.',
  },
  'FILE_FORMAT.TRUNCATED': {
    zh: '工作簿不完整，请重新保存或下载。',
    en: 'The workbook is incomplete. Save or download it again.',
  },
  'FILE_FORMAT.DAMAGED': {
    zh: '工作簿已损坏，无法读取。',
    en: 'The workbook is damaged and cannot be read.',
  },
  'FILE_FORMAT.ENCRYPTED': {
    zh: '工作簿已加密，请取消密码后再导入。',
    en: 'The workbook is encrypted. Remove the password first.',
  },
  FILE_ZIP_BOMB: {
    zh: '文件解压后过大，已拒绝。',
    en: 'The file grows too large when unpacked and was refused.',
  },
  FILE_EMPTY: { zh: '文件中没有数据行。', en: 'The file holds no rows.' },
  FILE_TIMEOUT: { zh: '读取文件超时。', en: 'Reading the file took too long.' },
  FILE_GONE: { zh: '已上传的文件已不存在，请重新上传。', en: 'The uploaded file is gone. Upload it again.' },
  IMPORT_BROKEN: {
    zh: '导入多次中断，已停止；已导入的行保留。请再次导入同一文件。',
    en: 'The import broke off several times and was stopped; imported rows stay. Import the same file again.',
  },
};
