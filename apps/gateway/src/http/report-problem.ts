import { log, newId } from '@stx/platform';
import type { NextFunction, Request, Response } from 'express';

/** The last resort: a status, a sentence and a number to quote; nothing of the inside (S26). */
export function reportProblem(
  error: unknown,
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  if (response.headersSent) return next(error);
  const status = (error as { status?: number }).status;
  if (status !== undefined && status >= 400 && status < 500) {
    response
      .status(status)
      .json({ errors: [{ message: 'The request could not be read.', extensions: { code: 'BAD_REQUEST' } }] });
    return;
  }
  const errorId = newId();
  log.error('request failed', error, { errorId, method: request.method, path: request.path });
  response.status(500).json({
    errors: [{ message: `Problem number ${errorId}`, extensions: { code: 'INTERNAL_ERROR', errorId } }],
  });
}
