import { refusalMessage, type Language } from '@stx/platform';
import {
  getVariableValues,
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

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

/**
 * A variable that does not fit the schema is named, never its value: that may be a secret (S26).
 * @throws GraphQLError VARIABLE_UNFIT
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown> | undefined,
  language: Language,
): void {
  const { errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    { ...variables },
    { maxErrors: 1 },
  );
  const message = errors?.[0]?.message;
  if (message === undefined) return;
  const name = / at "([\w.[\]]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  const code = 'VARIABLE_UNFIT';
  throw new GraphQLError(refusalMessage(code, language, { name }), {
    extensions: { code, http: { status: 400 } },
  });
}
