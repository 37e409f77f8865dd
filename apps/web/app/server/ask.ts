import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Operation } from '../data/generated/operations';
import { addressIn, languageOf, plainPath } from '../i18n/language';
import { m } from '../messages/generated/messages';
import { type GraphqlReply, stxContext } from './context';
import { problemOf } from './problem';

export interface Asked {
  request: Request;
  context: Readonly<RouterContextProvider>;
}

/** What an error page needs to say: the sentence that came with the refusal, and the number in the log. */
export interface Trouble {
  message: string | null;
  problem: string;
}

const STATUS: Record<string, number> = {
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CURSOR: 400,
  TEXT_INVALID: 400,
  VALUE_UNREADABLE: 400,
  VARIABLE_UNFIT: 400,
  LOT_NOT_ENDED: 404,
  PAGE_SIZE: 400,
};

async function send<R, V>(asked: Asked, operation: Operation<R, V>, variables?: V): Promise<GraphqlReply<R>> {
  return asked.context
    .get(stxContext)
    .graphql<R>(operation, variables as Record<string, unknown> | undefined);
}

function trouble(asked: Asked, error: { message: string; code?: string } | undefined): Trouble {
  const problem = problemOf(asked.context);
  if (!error?.code || !(error.code in STATUS))
    console.error(`problem ${problem}: ${error?.code} ${error?.message}`);
  return { message: error?.message ?? null, problem };
}

/** Sends a visitor to sign in, and back to the same place. */
export function toSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const next = encodeURIComponent(pathname + search);
  return redirect(`${addressIn(languageOf(pathname), '/sign-in')}?next=${next}`);
}

/**
 * Answers of the exchange for this request's viewer.
 * @throws the error page's response: sign in first, not allowed, not found, or a problem with its number
 */
export async function ask<R, V>(asked: Asked, operation: Operation<R, V>, variables?: V): Promise<R> {
  const reply = await send(asked, operation, variables);
  const error = reply.errors?.[0];
  if (!error && reply.data) return reply.data;
  if (error?.code === 'SIGN_IN_REQUIRED') throw toSignIn(asked.request);
  throw data(trouble(asked, error), { status: STATUS[error?.code ?? ''] ?? 500 });
}

/** For a part of a page that may fail while the rest stands. */
export async function askPart<R, V>(
  asked: Asked,
  operation: Operation<R, V>,
  variables?: V,
): Promise<{ ok: true; data: R } | { ok: false; problem: string }> {
  const reply = await send(asked, operation, variables);
  const error = reply.errors?.[0];
  if (!error && reply.data) return { ok: true, data: reply.data };
  const { message, problem } = trouble(asked, error);
  return { ok: false, problem: message ?? m.trouble_number_is({ problem }) };
}

/** Withheld and unknown are the same page. */
export function notFound(asked: Asked): never {
  throw data({ message: null, problem: problemOf(asked.context) } satisfies Trouble, { status: 404 });
}

/** This page's language, and the way to another page in it. */
export function here(request: Request) {
  const { pathname } = new URL(request.url);
  const language = languageOf(pathname);
  return { language, path: plainPath(pathname), address: (path: string) => addressIn(language, path) };
}
