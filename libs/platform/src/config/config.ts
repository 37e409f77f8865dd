import { z } from 'zod';

const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}:`)), {
    message: `must start with ${protocols.map((protocol) => `${protocol}:`).join(' or ')}`,
  });

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What people's passwords are typed at: never over plain http, but for trying it out on this machine. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .refine((value) => value.startsWith('https:') || LOOPBACK.has(new URL(value).hostname), {
    message: 'must start with https:',
  });

const remote = url('http', 'https').optional();

/** Every `STX_` variable the exchange knows; anything else stops the start. */
const schema = z.object({
  STX_PORT: z.coerce.number().int().min(0).max(65535).default(4200),
  STX_HOST: z.string().min(1).default('127.0.0.1'),
  STX_DATA_DIR: z.string().min(1).default('.stx'),
  STX_DATABASE_URL: url('postgres', 'postgresql').optional(),
  STX_IDENTITY_URL: remote,
  STX_ACHIEVEMENTS_URL: remote,
  STX_DEMANDS_URL: remote,
  STX_MATCHING_URL: remote,
  STX_BIDDING_URL: remote,
  STX_SETTLEMENT_URL: remote,
  STX_EXCHANGE_INDEX_URL: remote,
  STX_NOTIFICATIONS_URL: remote,
  STX_MEILI_URL: remote,
  STX_MEILI_KEY: z.string().optional(),
  STX_STRIPE_SECRET_KEY: z.string().optional(),
  STX_STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STX_STRIPE_API_BASE: remote,
  STX_STORAGE: url('file', 's3').optional(),
  STX_SMTP_URL: url('smtp', 'smtps').optional(),
  STX_PUBLIC_URL: remote,
  STX_OIDC_ISSUER: issuer.optional(),
  STX_OIDC_CLIENT_ID: z.string().optional(),
  STX_OIDC_CLIENT_SECRET: z.string().optional(),
  STX_OIDC_NAME: z.string().max(60).optional(),
  STX_DEMO: z.enum(['on', 'off']).optional(),
  STX_SECRET: z.string().min(32).optional(),
  STX_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Read by scripts, tests and the command line, never by the exchange itself. */
const OUTSIDE = new Set([
  'STX_APP',
  'STX_TOKEN',
  'STX_SHARED_DATA',
  'STX_TEST_DATABASE_URL',
  'STX_TEST_S3_URL',
  'STX_BENCH_SECONDS',
]);

export type StxConfig = z.infer<typeof schema>;

/** A malformed or unknown variable; the message names it. Exit code 2. */
export class ConfigError extends Error {}

/** Variables that mean nothing without another one. */
function incomplete({ STX_OIDC_ISSUER, STX_OIDC_CLIENT_ID, ...rest }: StxConfig): string[] {
  const needs = (name: string, value?: string) =>
    value ? [] : [`${name}: needed for OIDC / OIDC 登录需要此变量`];
  const isWanted = STX_OIDC_ISSUER ?? STX_OIDC_CLIENT_ID ?? rest.STX_OIDC_CLIENT_SECRET ?? rest.STX_OIDC_NAME;
  if (!isWanted) return [];
  return [...needs('STX_OIDC_ISSUER', STX_OIDC_ISSUER), ...needs('STX_OIDC_CLIENT_ID', STX_OIDC_CLIENT_ID)];
}

/** @throws ConfigError naming every unknown or malformed `STX_` variable. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): StxConfig {
  const given = Object.entries(env).filter(([key]) => key.startsWith('STX_') && !OUTSIDE.has(key));
  const unknown = given.map(([key]) => key).filter((key) => !(key in schema.shape));
  const parsed = schema.safeParse(Object.fromEntries(given.filter(([, value]) => value !== '')));
  const problems = [
    ...unknown.map((key) => `${key}: unknown variable / 未知变量`),
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message} / 取值无效`) ?? []),
  ];
  if (parsed.data) problems.push(...incomplete(parsed.data));
  if (problems.length > 0 || !parsed.data) throw new ConfigError(problems.join('\n'));
  return parsed.data;
}

/** Demonstration accounts and data: on by default only with the embedded database. */
export function isDemo(config: StxConfig): boolean {
  return config.STX_DEMO ? config.STX_DEMO === 'on' : !config.STX_DATABASE_URL;
}
