import type { StxConfig } from './config/config.js';

export const PLATFORM_OPTIONS = Symbol('platform options');

export interface PlatformOptions {
  config: StxConfig;
  /** Owner of the database; services run as their domain's role. */
  databaseUrl: string;
  /** Signs identities between gateway and services. */
  secret: string;
  isDemo: boolean;
  /** False where only reads are wanted, such as in some commands. */
  runsJobs: boolean;
}
