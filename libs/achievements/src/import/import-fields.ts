import { REQUIRED_COLUMNS } from './check-row.js';

/** What columns are called in files we have seen, beside our own name for them; compared without case and blanks. */
const OTHER_NAMES: Record<string, string[]> = {
  id: ['编号', '成果编号', '序号', '成果id', 'no', 'number', 'referenceno'],
  title: ['标题', '名称', '成果名称', '专利名称', '题名', 'name', 'achievement'],
  abstract: ['摘要', '简介', '成果简介', '内容', '说明', 'summary', 'description'],
  lang: ['语言', 'language'],
  kind: ['类型', '成果类型', 'type'],
  keywords: ['关键词', '关键字', 'keyword'],
  category: ['分类', '类别', '技术领域', 'field'],
  trl: ['技术成熟度', '成熟度', 'readiness', 'trllevel'],
  patent_no: ['专利号', 'patentno', 'patentnumber', 'patent'],
  application_no: ['申请号', '专利申请号', 'applicationno', 'applicationnumber'],
  expires_on: ['到期日', '届满日', '有效期至', 'expires', 'expirydate', 'expirationdate'],
  url: ['网址', '链接', 'link', 'website'],
};

export interface ImportField {
  name: string;
  isRequired: boolean;
}

/** Fields that an import of achievements fills, in the order of the form. */
export const IMPORT_FIELDS: readonly ImportField[] = Object.keys(OTHER_NAMES).map((name) => ({
  name,
  isRequired: REQUIRED_COLUMNS.includes(name),
}));

const plain = (name: string) => name.toLowerCase().replace(/[\s_\-.]/g, '');

/** The column that most likely fills each field: by our own name first, then by other names. No column twice. */
export function suggestColumns(columns: readonly string[]): { field: string; column: string }[] {
  const free = new Set(columns);
  const take = (field: string, names: readonly string[]) => {
    const column = [...free].find((each) => names.includes(plain(each)));
    if (column === undefined) return [];
    free.delete(column);
    return [{ field, column }];
  };
  const own = IMPORT_FIELDS.flatMap(({ name }) => take(name, [plain(name)]));
  const known = new Set(own.map(({ field }) => field));
  const others = IMPORT_FIELDS.filter(({ name }) => !known.has(name));
  return [...own, ...others.flatMap(({ name }) => take(name, OTHER_NAMES[name]!))];
}
