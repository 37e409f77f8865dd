import { readAll } from './spec-files.js';
import { splitLines } from './split-lines.js';

describe('NDJSON', () => {
  it('reads one object a line, with a byte order mark, CRLF and no final line feed', async () => {
    const rows = await readAll('成果.ndjson', '\uFEFF{"标题":"甲"}\r\n\r\n{"标题":"乙","nested":{"a":[1]}}');
    expect(rows).toEqual([
      { row: 1, values: { 标题: '甲' } },
      { row: 3, values: { 标题: '乙', nested: { a: [1] } } },
    ]);
  });

  it('refuses a bad line and goes on', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{not json\n{"a":1}\n[2]\nnull\n{"b":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}\n{"a":"\0"}\n{"a":2}\n'),
    ]);
    const rows = await readAll('a.jsonl', bytes);
    expect(rows.map(({ row, problem }) => [row, problem?.rule, problem?.params])).toEqual([
      [1, 'FILE-JSON', { reason: 'SYNTAX' }],
      [2, undefined, undefined],
      [3, 'FILE-JSON', { reason: 'NOT_AN_OBJECT' }],
      [4, 'FILE-JSON', { reason: 'NOT_AN_OBJECT' }],
      [5, 'FILE-ENCODING', { expected: 'UTF-8' }],
      [6, 'FILE-JSON', { reason: 'SYNTAX' }],
      [7, undefined, undefined],
    ]);
  });

  it('refuses a line over the limit without holding it, and takes one exactly at the limit', async () => {
    const at = `{"a":"${'x'.repeat(1024 * 1024 - 8)}"}`;
    const rows = await readAll('a.ndjson', `{"n":1}\n${at}\n${at} \n{"n":4}\n`);
    expect(rows.map(({ row, problem }) => [row, problem?.rule])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 'FILE-LINE-LENGTH'],
      [4, undefined],
    ]);
  });

  it('reads no further ahead than the line asked for', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        pulled += 1;
        yield Buffer.from('{"a":1}\n{"b"');
        yield Buffer.from(':2}\n');
      }
    }
    const lines = splitLines(endless(), 100);
    for (let number = 1; number <= 1000; number += 1) {
      expect((await lines.next()).value).toMatchObject({ number });
    }
    expect(pulled).toBe(500);
    await lines.return(undefined);
  });

  it('calls a file without a line empty', async () => {
    await expect(readAll('a.ndjson', '')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(readAll('a.ndjson', ' \n\n')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });
});
