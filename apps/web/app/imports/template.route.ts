import { toCsv } from '@stx/format';
import { csvFile } from '../server/csv-file';

/** Field names as the import reads them, with one row to show how each is written. */
const TEMPLATE = [
  [
    'id',
    'title',
    'abstract',
    'kind',
    'keywords',
    'category',
    'trl',
    'patent_no',
    'application_no',
    'expires_on',
    'url',
  ],
  [
    'list:1',
    '风机叶片防冰涂层 / Ice-phobic coating',
    '示例行，导入前请删除。/ Example; delete this row.',
    'patent',
    '涂层;防冰',
    '新材料',
    '6',
    'ZL202310000000.1',
    '202310000000.1',
    '2043-01-31',
    'https://stx.example/coating',
  ],
];

export const loader = () => csvFile('stx-import-template.csv', toCsv(TEMPLATE));
