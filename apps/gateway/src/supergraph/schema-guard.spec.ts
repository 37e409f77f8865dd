import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, buildSchema, parse } from 'graphql';
import { brokenPromises } from './schema-guard.js';

/** What the outside sees of a supergraph: where a field lives is no promise. */
const publicSchema = (file: string) => {
  const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  return buildASTSchema(transformSupergraphToPublicSchema(parse(text)));
};

const RELEASED = `
  enum Mode { BIDDING FIXED OLD @deprecated(reason: "use FIXED") }
  input Wish { text: String! note: String }
  type Query {
    lot(ref: String!, mode: Mode, hint: String @deprecated(reason: "unused")): Lot
    gone: Int @deprecated(reason: "use lot")
  }
  type Lot { ref: String! price: Int! }
  type Mutation { wish(input: Wish!): Int }`;
const without = (...parts: string[]) =>
  brokenPromises(
    buildSchema(RELEASED),
    buildSchema(parts.reduce((text, part) => text.replace(part, ''), RELEASED)),
  );
const withInstead = (from: string, to: string) =>
  brokenPromises(buildSchema(RELEASED), buildSchema(RELEASED.replace(from, to)));

describe('the schema guard', () => {
  it('finds nothing broken between the released schema and the schema as it is', () => {
    const released = publicSchema('schema.released.graphql');
    expect(Object.keys(released.getQueryType()!.getFields()).length).toBeGreaterThan(10);
    expect(brokenPromises(released, publicSchema('schema.graphql'))).toEqual([]);
  });

  it('lets go what the released schema announced, and lets the schema grow', () => {
    expect(
      without(
        'gone: Int @deprecated(reason: "use lot")',
        ' OLD @deprecated(reason: "use FIXED")',
        ', hint: String @deprecated(reason: "unused")',
      ),
    ).toEqual([]);
    expect(withInstead('price: Int!', 'price: Int! currency: String!')).toEqual([]);
  });

  it.each([
    ['a field', 'price: Int!', '', 'Lot.price was removed.'],
    ['an argument', ', mode: Mode', '', 'Query.lot arg mode was removed.'],
    ['an enum value', 'FIXED OLD', 'OLD', 'FIXED was removed from enum type Mode.'],
    ['an input field', 'note: String', '', 'Wish.note was removed.'],
    ['certainty of an answer', 'price: Int!', 'price: Int', 'Lot.price changed type from Int! to Int.'],
    [
      'freedom of a question',
      'note: String',
      'note: String!',
      'Wish.note changed type from String to String!.',
    ],
  ])('refuses to lose %s unannounced', (_, from, to, said) => {
    expect(withInstead(from, to)).toEqual([said]);
  });
});
