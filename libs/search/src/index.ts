export * from './port.js';
export { PostgresSearchEngine, type PostgresSearchOptions } from './postgres/engine.js';
export { searchMigrations, type SearchMigration } from './postgres/migrations.js';
