import './production.js';
export { domains } from './domains.js';

export { DataFolderError, lockDataFolder } from './start/data-folder.js';
export { migrateDatabase } from './start/database.js';
export { startExchange, type Exchange } from './start/exchange.js';
export { DEMO_PASSWORD } from './start/demonstration.js';
export { allSchemas } from './start/schemas.js';
export { composeSupergraph } from './supergraph/compose.js';
export { createApollo } from './supergraph/apollo.js';
export { federatedGateway } from './supergraph/federated-gateway.js';
