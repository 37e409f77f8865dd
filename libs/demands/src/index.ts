export { DemandsModule } from './demands.module.js';
export { demandsSchema } from './migrations/index.js';
export { PostDemand, type PostDemandInput } from './demand/post-demand.js';
export { REQUIRED_COLUMNS as DEMAND_COLUMNS } from './import/check-demand-row.js';
export { ImportDemands } from './import/import-demands.js';
