import { type RouteConfig, route } from '@react-router/dev/routes';

/** Every page answers at its plain address in Chinese and under /en in English. */
const page = (path: string, file: string) => route(path ? `en?/${path}` : 'en?', file);

export default [
  page('', 'home/home.route.tsx'),
  page('theme', 'frame/theme.route.ts'),
  page('*', 'errors/not-found.route.ts'),
] satisfies RouteConfig;
