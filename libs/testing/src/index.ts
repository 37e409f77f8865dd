export * from './authenticator.js';
export * from './mail-sink.js';
export * from './test-database.js';
export * from './test-domain.js';
export * from './openid-provider.js';
export * from './people.js';
