/** Runs every spec of the server side as ESM TypeScript, straight from source. */
export default {
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/{libs,apps}/*/src/**/*.spec.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['stx:source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/.stx/'],
  maxWorkers: 2,
};
