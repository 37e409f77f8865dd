import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../web/app/data/generated/operations.ts');

/** The documents of our own pages, as the web's generator writes them: one exported string each. */
const pageDocuments: string[] = readFileSync(FILE, 'utf8')
  .split('\n')
  .flatMap((line) => /^export const \w+ = (".*") as Operation</.exec(line)?.[1] ?? [])
  .map((text) => JSON.parse(text) as string);

/** The one that begins with these words, such as `query UnreadCount`. */
export function pageDocument(beginning: string): string {
  const document = pageDocuments.find((text) => text.startsWith(beginning));
  if (!document) throw new Error(`no page asks ${beginning}`);
  return document;
}
