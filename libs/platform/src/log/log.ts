import { pino } from 'pino';

/** Fields a log line may carry; whatever else is handed over is dropped (S36). */
const ALLOWED = new Set([
  'domain',
  'job',
  'operation',
  'subscription',
  'code',
  'status',
  'ms',
  'count',
  'port',
  'path',
  'method',
  'id',
  'ref',
  'position',
  'attempt',
  'errorId',
  'errorName',
  'stack',
  'sqlState',
  'version',
  'reason',
]);

export type LogFields = Record<string, string | number | boolean | null | undefined>;

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];
const wanted = process.env['STX_LOG_LEVEL'] ?? '';

// a level that does not exist is refused by the configuration, with words; here it must not end the process first
const root = pino(
  { level: LEVELS.includes(wanted) ? wanted : 'warn', base: undefined },
  pino.destination({ fd: 2, sync: true }),
);

const allowed = (fields: LogFields) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => ALLOWED.has(key)));

/** What may be said of an error: its name, its place and its SQLSTATE; never its message, which may quote data. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
  const sqlState = (error as { code?: unknown }).code;
  return { errorName: error.name, stack, sqlState: typeof sqlState === 'string' ? sqlState : undefined };
}

/** The one logger: structured lines on stderr, allow-listed fields only. */
export const log = {
  debug: (message: string, fields: LogFields = {}) => root.debug(allowed(fields), message),
  info: (message: string, fields: LogFields = {}) => root.info(allowed(fields), message),
  warn: (message: string, fields: LogFields = {}) => root.warn(allowed(fields), message),
  error: (message: string, error: unknown, fields: LogFields = {}) =>
    root.error(allowed({ ...fields, ...errorFields(error) }), message),
};
