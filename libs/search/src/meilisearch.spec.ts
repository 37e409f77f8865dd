import { searchBehaviour } from './behaviour.suite.js';
import { MeilisearchEngine } from './meilisearch/engine.js';

const url = process.env['STX_MEILI_URL'];

if (url) {
  describe('search on Meilisearch', () => {
    searchBehaviour(async () => {
      const prefix = `test_${Date.now().toString(36)}_`;
      const engine = new MeilisearchEngine({ url, apiKey: process.env['STX_MEILI_KEY'], prefix });
      return { engine, stop: async () => {} };
    });
  });
} else {
  describe.skip('search on Meilisearch (not run: STX_MEILI_URL is not set)', () => {
    searchBehaviour(() => Promise.reject(new Error('no server')));
  });
}
