import { GraphQLError } from 'graphql';
import type { Language } from '../access/viewer.js';
import { newId } from '../ids/ids.js';
import { errorFields, log } from '../log/log.js';
import { Refused, refusalMessage } from '../refusal/refused.js';

/** The database could not read a value: malformed, out of range, no such instant, a character it cannot hold. */
const UNREADABLE = new Set(['22P02', '22003', '22007', '22008', '22021']);

/**
 * What may leave of an error (S26): our own refusals with code, rule and sentence; anything else is logged under an
 * id, and only the id goes out.
 */
export function publicError(error: GraphQLError, where: string, language: Language): GraphQLError {
  const cause = error.originalError;
  if (cause instanceof Refused) {
    const { field, ruleId, params } = cause.details;
    return new GraphQLError(refusalMessage(cause.code, language, params), {
      path: error.path,
      extensions: { code: cause.code, field, ruleId },
    });
  }
  if (!cause) return error; // a fault of the document itself: says nothing of the inside
  if (UNREADABLE.has(String((cause as { code?: unknown }).code))) {
    const code = 'VALUE_UNREADABLE';
    log.warn('a value was not checked before the database', { domain: where, ...errorFields(cause) });
    return new GraphQLError(refusalMessage(code, language), { path: error.path, extensions: { code } });
  }
  const errorId = newId();
  log.error('operation failed', cause, { domain: where, errorId });
  return new GraphQLError(
    language === 'en'
      ? `Something went wrong here. Problem number ${errorId}`
      : `系统出现问题，编号 ${errorId}`,
    { path: error.path, extensions: { code: 'INTERNAL_ERROR', errorId } },
  );
}
