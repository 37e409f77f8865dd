import { constants } from 'node:zlib';
import { expressMiddleware } from '@as-integrations/express5';
import type { ApolloServer } from '@apollo/server';
import type { INestApplicationContext } from '@nestjs/common';
import { SignIn } from '@stx/identity';
import { newContext, type RequestContext, type StxConfig } from '@stx/platform';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { mountWeb } from '../web/mount-web.js';
import { ownOriginOnly, securityHeaders } from './front-door.js';
import { healthRoutes } from './health.js';
import { dependenciesOf } from './dependencies.js';
import { reportProblem } from './report-problem.js';
import { uploadRoute } from './upload-route.js';
import { languageOf, viewerOf } from './viewer-of.js';

/** Pages and answers of the API; level 4 of brotli is as quick as gzip and a fifth smaller. */
const compressed = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });

export interface FrontDoorParts {
  app: INestApplicationContext;
  apollo: ApolloServer<RequestContext>;
  config: StxConfig;
  /** Filled once the port is known. */
  origins: Set<string>;
  isDemo: boolean;
}

/** The one public door: health, GraphQL and the pages, each behind the same checks. */
export async function createFrontDoor(parts: FrontDoorParts): Promise<Express> {
  const { app, apollo, config, origins } = parts;
  const signIn = app.get(SignIn, { strict: false });
  const door = express();
  door.disable('x-powered-by');
  door.set('trust proxy', 'loopback');
  door.use(healthRoutes(dependenciesOf(app)));
  door.use(securityHeaders(config.STX_PUBLIC_URL?.startsWith('https:') ?? false));
  door.use(ownOriginOnly(origins));
  door.use(compressed);
  door.use(
    '/graphql',
    express.json({ limit: '256kb' }),
    (request, _, next) => {
      request.body ??= {}; // a GET has none, and Apollo wants to see one
      next();
    },
    expressMiddleware(apollo, {
      context: async ({ req }) => newContext(await viewerOf(signIn, req, languageOf(req))),
    }),
  );
  door.use(uploadRoute(app, signIn));
  await mountWeb(door, parts, signIn);
  const onError: ErrorRequestHandler = (error, request, response, next) =>
    reportProblem(error, request, response, next);
  door.use(onError);
  return door;
}
