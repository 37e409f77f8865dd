import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph } from './compose.js';
import { domains } from '../domains.js';

const root = join(import.meta.dirname, '../../../..');

describe('apps/gateway/schema.graphql', () => {
  it('is the supergraph composed of the SDL files as they are now', () => {
    const subgraphs = domains.map(({ name }) => ({
      name,
      sdl: readFileSync(join(root, `libs/${name}/src/${name}.graphql`), 'utf8'),
    }));
    const composed = composeSupergraph(subgraphs);
    const checkedIn = readFileSync(join(root, 'apps/gateway/schema.graphql'), 'utf8');
    // stale? `npm run --silent stx -- schema > apps/gateway/schema.graphql`
    expect(composed.trim()).toBe(checkedIn.trim());
  });

  it('refuses subgraphs that do not fit together', () => {
    expect(() => composeSupergraph([{ name: 'a', sdl: 'type Query { a: Missing }' }])).toThrow();
  });
});
