import { type RouteConfig, route } from '@react-router/dev/routes';

/** Every page answers at its plain address in Chinese and under /en in English. */
const page = (path: string, file: string) => route(path ? `en?/${path}` : 'en?', file);

export default [
  page('', 'home/home.route.tsx'),

  page('achievements', 'achievements/list.route.tsx'),
  page('achievements/:ref', 'achievements/detail.route.tsx'),
  page('demands', 'demands/list.route.tsx'),
  page('demands/:ref', 'demands/detail.route.tsx'),
  page('trade', 'lots/trade.route.tsx'),
  page('lots/:ref', 'lots/detail.route.tsx'),
  page('lots/:ref/live', 'live/live.route.tsx'),
  page('lots/:ref/chronicle', 'lots/chronicle.route.tsx'),
  page('lots/:ref/chronicle.ndjson', 'lots/chronicle-file.route.ts'),
  page('deals', 'deals/list.route.tsx'),
  page('deals/:ref', 'deals/detail.route.tsx'),
  page('statistics', 'statistics/statistics.route.tsx'),
  page('statistics.csv', 'statistics/csv.route.ts'),
  page('organizations', 'organizations/list.route.tsx'),
  page('organizations/:ref', 'organizations/detail.route.tsx'),

  page('sign-in', 'account/sign-in.route.tsx'),
  page('sign-up', 'account/sign-up.route.tsx'),
  page('sign-up/confirm', 'account/confirm.route.tsx'),
  page('sign-in/second-factor', 'account/second-factor.route.tsx'),
  page('sign-in/passkey', 'account/passkey-sign-in.route.ts'),
  page('sign-in/with', 'account/provider-start.route.ts'),
  page('sign-in/callback', 'account/provider-return.route.ts'),
  page('recover', 'account/recover.route.tsx'),
  page('account/security', 'account/security.route.tsx'),
  page('account/passkeys', 'account/passkeys.route.ts'),
  page('account/tokens', 'account/tokens.route.tsx'),
  page('sign-out', 'account/sign-out.route.ts'),
  page('act-for', 'account/act-for.route.ts'),
  page('join', 'account/join.route.tsx'),
  page('home', 'desk/home.route.tsx'),
  page('inbox', 'inbox/inbox.route.tsx'),
  page('account/notifications', 'account/notifications.route.tsx'),
  page('unsubscribe', 'account/unsubscribe.route.tsx'),
  page('theme', 'frame/theme.route.ts'),

  page('u/achievements', 'library/library.route.tsx'),
  page('u/imports', 'imports/list.route.tsx'),
  page('u/imports/template.csv', 'imports/template.route.ts'),
  page('u/imports/columns/:uploadId', 'imports/columns.route.tsx'),
  page('u/imports/:id', 'imports/detail.route.tsx'),
  page('u/imports/:id/refused.csv', 'imports/refused-rows.route.ts'),

  page('e/demands/new', 'demands/new.route.tsx'),
  page('e/bids', 'desk/bids.route.tsx'),
  page('e/deposits', 'deposits/mine.route.tsx'),

  page('b/queue', 'lots/queue.route.tsx'),

  page('o', 'operations/home.route.tsx'),
  page('o/deposits', 'deposits/queue.route.tsx'),
  page('o/admissions', 'operations/admissions.route.tsx'),
  page('o/jobs', 'operations/jobs.route.tsx'),
  page('o/outbox', 'operations/outbox.route.tsx'),

  page('*', 'errors/not-found.route.ts'),
] satisfies RouteConfig;
