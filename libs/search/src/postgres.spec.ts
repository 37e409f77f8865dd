import { searchBehaviour } from './behaviour.suite.js';
import { PostgresSearchEngine } from './postgres/engine.js';
import { startTestDatabase } from './testing/test-database.js';

describe('search on PostgreSQL', () => {
  searchBehaviour(async () => {
    const database = await startTestDatabase();
    return { engine: new PostgresSearchEngine(database), stop: () => database.stop() };
  });
});
