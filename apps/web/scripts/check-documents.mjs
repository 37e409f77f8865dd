import { existsSync, readFileSync } from 'node:fs';
import { concatAST, validate } from 'graphql';
import { generatedFile, generateOperations } from './operations.mjs';
import { pageDocuments, publicSchema } from './supergraph.mjs';

const documents = pageDocuments();
const problems = validate(publicSchema(), concatAST(documents.map(({ document }) => document))).map(
  (error) => error.message,
);
const count = documents
  .flatMap(({ document }) => document.definitions)
  .filter(({ kind }) => kind === 'OperationDefinition').length;
if (count === 0) problems.push('there is no document at all');
if (
  problems.length === 0 &&
  (!existsSync(generatedFile) || readFileSync(generatedFile, 'utf8') !== (await generateOperations()))
) {
  problems.push('app/data/generated/operations.ts is not current: node scripts/generate-documents.mjs');
}
if (problems.length > 0) {
  console.error(`documents: ${problems.length} problems\n${problems.join('\n')}`);
  process.exit(1);
}
console.log(`documents: ${count} operations fit the supergraph`);
