import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** What ESLint says of a text as if it stood at `path`. */
function lint(path: string, text: string): string {
  const { stdout } = spawnSync(bin('eslint'), ['--stdin', '--stdin-filename', join(root, path)], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  return stdout;
}

describe('boundaries', () => {
  beforeAll(() => {
    // without a cached project graph the rule is skipped, with exit 0
    const { status } = spawnSync(bin('nx'), ['show', 'projects'], { cwd: root });
    expect(status).toBe(0);
  }, 60_000);

  it.each([
    ['a domain', 'libs/settlement/src/planted.ts', `export { DemandsModule } from '@stx/demands';`],
    ['the kernel', 'libs/platform/src/planted.ts', `export { DemandsModule } from '@stx/demands';`],
    ['a pure library', 'libs/auction-rules/src/planted.ts', `export { newId } from '@stx/platform';`],
    ['the contracts', 'libs/contracts/src/planted.ts', `export { newId } from '@stx/platform';`],
  ])(
    'refuse a planted import in %s',
    (_, path, text) => {
      expect(lint(path, text)).toContain('@nx/enforce-module-boundaries');
    },
    30_000,
  );

  it('let a domain use the kernel', () => {
    expect(lint('libs/settlement/src/planted.ts', `export { newId } from '@stx/platform';`)).toBe('');
  }, 30_000);

  it('find exactly one type and one scope on every project', () => {
    for (const group of ['apps', 'libs']) {
      for (const name of readdirSync(join(root, group))) {
        const { nx } = JSON.parse(readFileSync(join(root, group, name, 'package.json'), 'utf8')) as {
          nx?: { tags?: string[] };
        };
        const tags = nx?.tags ?? [];
        expect([name, tags.filter((tag) => tag.startsWith('type:')).length]).toEqual([name, 1]);
        expect([name, tags.filter((tag) => tag.startsWith('scope:')).length]).toEqual([name, 1]);
      }
    }
  });
});
