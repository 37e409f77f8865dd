import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { concatAST, parse, print, printSchema, visit } from 'graphql';
import { dataFolder, pageDocuments, publicSchema } from './supergraph.mjs';

export const generatedFile = join(dataFolder, 'generated/operations.ts');

/** Names of the fragments a definition needs, nested ones too. */
function fragmentsOf(definition, all, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.add(value);
      fragmentsOf(all.get(value), all, found);
    },
  });
  return found;
}

/** TypeScript of all operations: their types, and each document as a string that carries them. */
export async function generateOperations() {
  const documents = pageDocuments();
  const types = await codegen({
    schema: parse(printSchema(publicSchema())),
    documents: documents.map(({ file, document }) => ({ location: file, document })),
    config: {
      scalars: { DateTime: 'string', Date: 'string' },
      enumsAsTypes: true,
      skipTypename: true,
      useTypeImports: true,
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
    filename: generatedFile,
  });
  const { definitions } = concatAST(documents.map(({ document }) => document));
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const constants = definitions
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map((operation) => {
      const name = operation.name.value;
      const kind = operation.operation === 'query' ? 'Query' : 'Mutation';
      const text = [
        operation,
        ...[...fragmentsOf(operation, fragments)].map((fragment) => fragments.get(fragment)),
      ];
      return `export const ${name} = ${JSON.stringify(text.map(print).join('\n'))} as Operation<${name}${kind}, ${name}${kind}Variables>;`;
    });
  return [
    '// Made from app/data/*.graphql by scripts/generate-documents.mjs.',
    'declare const shape: unique symbol;',
    'export type Operation<Result, Variables> = string & { readonly [shape]?: (variables: Variables) => Result };',
    types,
    ...constants,
    '',
  ].join('\n\n');
}
