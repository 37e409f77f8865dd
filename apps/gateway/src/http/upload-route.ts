import type { INestApplicationContext } from '@nestjs/common';
import { Uploads } from '@stx/files';
import type { SignIn } from '@stx/identity';
import { Refused, refusalMessage } from '@stx/platform';
import { Router } from 'express';
import { languageOf, viewerOf } from './viewer-of.js';

const STATUS: Record<string, number> = { SIGN_IN_REQUIRED: 401, NOT_ALLOWED: 403, FILE_TOO_LARGE: 413 };

/** `POST /api/uploads?name=…` with the file as body: for programs, which then name the upload to the API. */
export function uploadRoute(app: INestApplicationContext, signIn: SignIn): Router {
  return Router().post('/api/uploads', async (request, response) => {
    const language = languageOf(request);
    const name = typeof request.query['name'] === 'string' ? request.query['name'] : '';
    try {
      const viewer = await viewerOf(signIn, request, language);
      const { id } = await app.get(Uploads, { strict: false }).store(viewer, name, request);
      response.status(201).json({ uploadId: id });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const message = refusalMessage(error.code, language, error.details.params);
      // the rest of the body is not waited for
      response
        .set('connection', 'close')
        .status(STATUS[error.code] ?? 422)
        .json({ code: error.code, message });
    }
  });
}
