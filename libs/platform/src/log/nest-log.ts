import type { LoggerService } from '@nestjs/common';
import { log } from './log.js';

const say = (message: unknown): string => (typeof message === 'string' ? message : 'framework');

/**
 * What the framework has to say, through the one logger. An error that a resolver threw is logged with its number where it
 * is masked; the framework's own line would quote the statement and its parameters (S26).
 */
export const nestLog: LoggerService = {
  log: () => undefined,
  warn: (message: unknown) => log.warn(say(message)),
  error: (message: unknown) =>
    message instanceof Error ? log.debug('framework', { errorName: message.name }) : log.warn(say(message)),
};
