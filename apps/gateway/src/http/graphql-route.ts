import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { Access, SignIn } from '@stx/identity';
import { newContext, refusalMessage } from '@stx/platform';
import express, { type RequestHandler } from 'express';
import type { GatewayContext } from '../supergraph/apollo.js';
import { ANONYMOUS_COST, MAX_COST } from '../supergraph/limits.js';
import { accessOf, languageOf } from './viewer-of.js';

const textOf = ({ body, query }: { body?: { query?: unknown }; query: { query?: unknown } }) =>
  body?.query ?? query.query;

/**
 * `/graphql`. Somebody else's page can make a browser send its cookie, so with a cookie only the documents of our own
 * pages run (S25); programs ask without one or with an API token.
 */
export function graphqlRoute(
  apollo: ApolloServer<GatewayContext>,
  signIn: SignIn,
  documents: ReadonlySet<unknown>,
): RequestHandler[] {
  const knowAccess: RequestHandler = async (request, response, next) => {
    const language = languageOf(request);
    const access = await accessOf(signIn, request, language);
    response.locals['access'] = access;
    if (access.by !== 'session' || documents.has(textOf(request))) return next();
    const code = 'DOCUMENT_NOT_REGISTERED';
    response
      .status(403)
      .json({ errors: [{ message: refusalMessage(code, language), extensions: { code } }] });
  };
  return [
    express.json({ limit: '256kb' }),
    (request, _, next) => {
      request.body ??= {}; // a GET has none, and Apollo wants to see one
      next();
    },
    knowAccess,
    expressMiddleware(apollo, {
      context: async ({ res }) => {
        const { viewer } = res.locals['access'] as Access;
        return { ...newContext(viewer), maxCost: viewer.personId === null ? ANONYMOUS_COST : MAX_COST };
      },
    }),
  ];
}
