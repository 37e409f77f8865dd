import interFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import chineseFont from '@fontsource-variable/noto-sans-sc/index.css?url';
import type { ReactNode } from 'react';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from 'react-router';
import type { Route } from './+types/root';
import { Shell, UnreadCount } from './data/generated/operations';
import { Trouble as TroublePage } from './frame/trouble';
import { Frame } from './frame/frame';
import { addressIn, languageOf, plainPath } from './i18n/language';
import { inLanguage } from './i18n/request-language.server';
import { askPart } from './server/ask';
import { stxContext } from './server/context';
import { problemOf } from './server/problem';
import styles from './styles/app.css?url';

export const middleware: Route.MiddlewareFunction[] = [
  ({ request }, next) => inLanguage(languageOf(new URL(request.url).pathname), next),
];

export const links: Route.LinksFunction = () => [
  { rel: 'preload', href: interFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

export async function loader(asked: Route.LoaderArgs) {
  const { theme, publicUrl, isSignedIn, isConfirmed, lacksSecondFactor } = asked.context.get(stxContext);
  // a visitor has no account to show
  const [shell, unread] = isSignedIn
    ? await Promise.all([askPart(asked, Shell), askPart(asked, UnreadCount)])
    : [null, null];
  return {
    viewer: shell?.ok ? shell.data.viewer : null,
    missing: missingOf(isSignedIn, isConfirmed, lacksSecondFactor),
    unread: unread?.ok ? unread.data.unreadNotifications : 0,
    theme,
    publicUrl: publicUrl.replace(/\/$/, ''),
    problem: problemOf(asked.context),
  };
}

/** What still stands between a signed-in person and the person's roles. */
function missingOf(isSignedIn: boolean, isConfirmed: boolean, lacksSecondFactor: boolean) {
  if (!isSignedIn) return null;
  if (!isConfirmed) return 'confirmation' as const;
  return lacksSecondFactor ? ('second-factor' as const) : null;
}

export type RootData = Awaited<ReturnType<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const { pathname } = useLocation();
  const language = languageOf(pathname);
  return (
    <html lang={language} data-theme={root?.theme === 'system' ? undefined : root?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        {root && <Addresses publicUrl={root.publicUrl} path={plainPath(pathname)} />}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {/* Last, so that nothing waits for it; fetched only where the system has no Chinese font. */}
        <link rel="stylesheet" href={chineseFont} />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function Addresses({ publicUrl, path }: { publicUrl: string; path: string }) {
  const language = languageOf(useLocation().pathname);
  return (
    <>
      <link rel="canonical" href={publicUrl + addressIn(language, path)} />
      <link rel="alternate" hrefLang="zh-CN" href={publicUrl + addressIn('zh-CN', path)} />
      <link rel="alternate" hrefLang="en" href={publicUrl + addressIn('en', path)} />
    </>
  );
}

export default function App() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Frame>
      <TroublePage error={error} />
    </Frame>
  );
}
