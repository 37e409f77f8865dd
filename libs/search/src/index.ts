export * from './port.js';
export { SEARCH_ENGINE } from './token.js';
export { PostgresSearchEngine, type PostgresSearchOptions } from './postgres/engine.js';
export { searchMigrations, type SearchMigration } from './postgres/migrations.js';
export { MeilisearchEngine, type MeilisearchOptions } from './meilisearch/engine.js';
export { evaluate, type Evaluation, type EvaluationInput } from './evaluation/evaluate.js';
export { ndcgAt, recallAt, reciprocalRankAt, type Grades } from './evaluation/metrics.js';
