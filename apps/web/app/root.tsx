import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';
import type { Route } from './+types/root';
import { languageOf } from './i18n/language';
import { inLanguage } from './i18n/request-language.server';
import { m } from './messages/generated/messages';

export const middleware: Route.MiddlewareFunction[] = [
  ({ request }, next) => inLanguage(languageOf(new URL(request.url).pathname), next),
];
export function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
export default function App() {
  return <main><h1>{m.venue_name()}</h1><Outlet /></main>;
}
