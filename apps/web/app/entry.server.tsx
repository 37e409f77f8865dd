import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import * as operations from './data/generated/operations';
import { languageOf } from './i18n/language';
import { inLanguage } from './i18n/request-language.server';
import { stxContext } from './server/context';
import { problemOf } from './server/problem';

/** The only ones that run with the cookie of a browser. */
export const documents: string[] = Object.values(operations);

export { languageOf } from './i18n/language';
export { stxContext } from './server/context';
export { themeOf } from './server/theme';

export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  return inLanguage(languageOf(new URL(request.url).pathname), () =>
    render(request, status, headers, routerContext, context.get(stxContext).nonce),
  );
}

/** A page has no part that comes later, so it is sent in one piece: many small ones cost a third more time. */
async function render(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  nonce: string,
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const page = await new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => abort(), streamTimeout + 1_000);
    const body = new PassThrough();
    buffer(body).then(resolve, reject);
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError: (error) => console.error(error),
      },
    );
  });
  headers.set('content-length', String(page.byteLength));
  return new Response(new Uint8Array(page), { status, headers });
}

/** The person sees the same number, so that a report can be found in the log. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  console.error(`problem ${problemOf(context)} at ${new URL(request.url).pathname}`, error);
};
