import { refusalMessage, type Language } from '@stx/platform';
import { GraphQLError, Kind, visit, type DocumentNode } from 'graphql';

const isBroken = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed();

function hasBroken(value: unknown): boolean {
  if (typeof value === 'string') return isBroken(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => isBroken(key) || hasBroken(inner));
}

/** Whether a document's own literals are broken; Apollo remembers documents, so each is walked once. */
const known = new WeakMap<DocumentNode, boolean>();

function isBrokenDocument(document: DocumentNode): boolean {
  let broken = known.get(document);
  if (broken === undefined) {
    broken = false;
    visit(document, { [Kind.STRING]: ({ value }) => void (broken ||= isBroken(value)) });
    known.set(document, broken);
  }
  return broken;
}

/**
 * NUL and lone surrogates end here: neither PostgreSQL nor JSON can carry them, whatever field they stand in (S29).
 * @throws GraphQLError TEXT_INVALID
 */
export function checkTexts(document: DocumentNode, variables: unknown, language: Language): void {
  if (!isBrokenDocument(document) && !hasBroken(variables)) return;
  const code = 'TEXT_INVALID';
  throw new GraphQLError(refusalMessage(code, language), { extensions: { code, http: { status: 400 } } });
}
