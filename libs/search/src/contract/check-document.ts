import { SearchError, type IndexDefinition, type SearchDocument } from '../port.js';
import { cleanText } from '../text/fold.js';

const LONGEST_ID = 200;
const LONGEST_VALUE = 300;

export function checkId(id: unknown): string {
  if (typeof id !== 'string' || id.length === 0 || id.length > LONGEST_ID || cleanText(id) !== id) {
    throw new SearchError('bad-input', `not a document id: ${JSON.stringify(id)}`);
  }
  return id;
}

/** The document with texts a database accepts. Rejects ids, numbers and facet values that are against the contract. */
export function checkDocument(doc: SearchDocument): SearchDocument {
  checkId(doc.id);
  if (!Number.isSafeInteger(doc.publishedAt))
    throw new SearchError('bad-input', `${doc.id}: publishedAt is not in ms`);
  for (const [name, value] of Object.entries(doc.numbers)) {
    if (!Number.isFinite(value))
      throw new SearchError('bad-input', `${doc.id}: ${name} is not a finite number`);
  }
  return {
    ...doc,
    texts: Object.fromEntries(
      Object.entries(doc.texts).map(([field, text]) => [field, cleanText(text ?? '')]),
    ),
    facets: Object.fromEntries(
      Object.entries(doc.facets).map(([name, values]) => [
        name,
        values.map((value) => checkValue(doc.id, value)),
      ]),
    ),
  };
}

function checkValue(id: string, value: string): string {
  if (value.length === 0 || value.length > LONGEST_VALUE || /[\0\u0001]/.test(value)) {
    throw new SearchError('bad-input', `${id}: not a facet value: ${JSON.stringify(value.slice(0, 50))}`);
  }
  return value.toWellFormed();
}

const NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,59}$/;

export function checkDefinition(index: IndexDefinition): IndexDefinition {
  for (const name of [index.name, ...index.facets, ...(index.numbers ?? [])]) {
    if (!NAME.test(name)) throw new SearchError('bad-input', `not a name: ${JSON.stringify(name)}`);
  }
  return index;
}
