import type { Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { LiveRooms } from '@stx/bidding';
import { SignIn } from '@stx/identity';
import { languageOf, viewerOf } from '../http/viewer-of.js';

/** Opens the live rooms on the public server, for the viewer that the cookie or token names. */
export function attachLiveRooms(
  server: Server,
  app: INestApplicationContext,
  allowedOrigins: ReadonlySet<string>,
) {
  const signIn = app.get(SignIn, { strict: false });
  const rooms = app.get(LiveRooms, { strict: false });
  return rooms.attach(server, {
    allowedOrigins,
    viewerOf: (request) => viewerOf(signIn, request, languageOf(request)),
  });
}
