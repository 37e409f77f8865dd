export { DemandsModule } from './demands.module.js';
export { demandsSchema } from './migrations/index.js';
export { PostDemand, type PostDemandInput } from './demand/post-demand.js';
