import { constants } from 'node:zlib';
import type { ApolloServer } from '@apollo/server';
import type { INestApplicationContext } from '@nestjs/common';
import { SignIn } from '@stx/identity';
import type { StxConfig } from '@stx/platform';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { loadWeb, mountWeb } from '../web/mount-web.js';
import { ownOriginOnly, securityHeaders } from './front-door.js';
import type { GatewayContext } from '../supergraph/apollo.js';
import { graphqlRoute } from './graphql-route.js';
import { healthRoutes } from './health.js';
import { dependenciesOf } from './dependencies.js';
import { reportProblem } from './report-problem.js';
import { uploadRoute } from './upload-route.js';

/** Pages and answers of the API; level 4 of brotli is as quick as gzip and a fifth smaller. */
const compressed = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });

export interface FrontDoorParts {
  app: INestApplicationContext;
  apollo: ApolloServer<GatewayContext>;
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
  const web = await loadWeb();
  door.use('/graphql', ...graphqlRoute(apollo, signIn, web.documents));
  door.use(uploadRoute(app, signIn));
  mountWeb(door, web, parts, signIn);
  const onError: ErrorRequestHandler = (error, request, response, next) =>
    reportProblem(error, request, response, next);
  door.use(onError);
  return door;
}
