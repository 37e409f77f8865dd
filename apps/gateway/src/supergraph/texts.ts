import { isStorable, refusalMessage, type Language } from '@stx/platform';
import {
  getVariableValues,
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

function hasBroken(value: unknown): boolean {
  if (typeof value === 'string') return !isStorable(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => !isStorable(key) || hasBroken(inner));
}

/** Whether a document's own literals are broken; Apollo remembers documents, so each is walked once. */
const known = new WeakMap<DocumentNode, boolean>();

function isBrokenDocument(document: DocumentNode): boolean {
  let broken = known.get(document);
  if (broken === undefined) {
    broken = false;
    visit(document, { [Kind.STRING]: ({ value }) => void (broken ||= !isStorable(value)) });
    known.set(document, broken);
  }
  return broken;
}

/**
 * Text that cannot be stored ends here, whatever field it stands in (S29).
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
