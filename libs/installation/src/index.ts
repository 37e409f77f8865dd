export { EdgeModule } from './edge.module.js';
export { SearchEngineModule, searchSchema } from './search-engine.module.js';
