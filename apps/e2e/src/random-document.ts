import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

const DEEPEST = 7;

/** Texts and numbers that have broken somebody's server before. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    "' OR 1=1 --",
    '%_\\',
    '{"$gt":""}',
    '../../etc/passwd',
    'x'.repeat(5_000),
  ),
);
const number = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 101, 2_147_483_647, -2_147_483_648));

/** A literal for an argument: of its type, or of any other. */
function literal(type: GraphQLInputType, depth = 0): fc.Arbitrary<string> {
  if (isNonNullType(type)) return literal(type.ofType, depth);
  if (isListType(type))
    return fc.array(literal(type.ofType, depth + 1), { maxLength: 3 }).map((list) => `[${list.join()}]`);
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name), 'NO_SUCH_VALUE');
  if (isInputObjectType(type)) {
    if (depth > 3) return fc.constant('{}');
    const fields = Object.values(type.getFields()).map((field) =>
      literal(field.type, depth + 1).map((value) => `${field.name}: ${value}`),
    );
    return fc.tuple(...fields).map((parts) => `{${parts.join(' ')}}`);
  }
  if (type.name === 'Int') return number.map(String);
  if (type.name === 'Boolean') return fc.constantFrom('true', 'false', 'null');
  return fc.oneof(
    nasty.map((text) => JSON.stringify(text)),
    number.map(String),
  );
}

function field(
  schema: GraphQLSchema,
  of: GraphQLField<unknown, unknown>,
  depth: number,
): fc.Arbitrary<string> {
  const chosen = of.args.map((argument) =>
    fc
      .option(literal(argument.type), { freq: 3, nil: null })
      .map((value) => (value === null ? '' : `${argument.name}: ${value}`)),
  );
  const type = getNamedType(of.type);
  const inner = isObjectType(type)
    ? selection(schema, type, depth + 1)
    : isUnionType(type) || isInterfaceType(type)
      ? fc
          .tuple(
            ...schema
              .getPossibleTypes(type)
              .map((possible) =>
                selection(schema, possible, depth + 1).map((set) => `... on ${possible.name} ${set}`),
              ),
          )
          .map((parts) => `{__typename ${parts.join(' ')}}`)
      : fc.constant('');
  return fc.tuple(fc.tuple(...chosen), inner, fc.boolean()).map(([values, set, isAliased]) => {
    const args = values.filter(Boolean).join(', ');
    return `${isAliased ? 'a: ' : ''}${of.name}${args ? `(${args})` : ''} ${set}`;
  });
}

function selection(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const fields = Object.values(type.getFields());
  const leaves = fields.filter(
    (candidate) =>
      !('getFields' in getNamedType(candidate.type)) && !isUnionType(getNamedType(candidate.type)),
  );
  const usable = depth >= DEEPEST ? leaves : fields;
  if (usable.length === 0) return fc.constant('{__typename}');
  return fc
    .array(
      fc.constantFrom(...usable).chain((chosen) => field(schema, chosen, depth)),
      { minLength: 1, maxLength: depth < 2 ? 3 : 2 },
    )
    .map((parts) => `{${parts.join(' ')}}`);
}

const hostile = fc.oneof(
  fc.integer({ min: 2, max: 60 }).map((n) => `{${'a{'.repeat(n)}b${'}'.repeat(n)}}`),
  fc
    .integer({ min: 2, max: 2_000 })
    .map((n) => `{${Array.from({ length: n }, (_, i) => `a${i}: serverTime`).join(' ')}}`),
  fc
    .integer({ min: 2, max: 40 })
    .map((n) =>
      [
        `{...f0}`,
        ...Array.from(
          { length: n },
          (_, i) => `fragment f${i} on Query {${i + 1 < n ? `...f${i + 1} ...f${i + 1}` : 'serverTime'}}`,
        ),
      ].join(' '),
    ),
  fc.constant('{...f} fragment f on Query {...f}'),
  fc
    .integer({ min: 1, max: 30 })
    .map((n) => `{__schema{types{${'fields{type{'.repeat(n)}name${'}}'.repeat(n)}}}}`),
  fc.integer({ min: 10, max: 20_000 }).map((n) => `{serverTime ${'@skip(if: false) '.repeat(n)}}`),
  fc.string({ unit: 'binary', maxLength: 500 }),
  nasty,
);

/** A document of the schema, well or badly filled in, or one made to hurt. Mutations too: nobody is signed in. */
export function randomDocument(schema: GraphQLSchema): fc.Arbitrary<string> {
  const query = selection(schema, schema.getQueryType()!, 1);
  const mutation = selection(schema, schema.getMutationType()!, 1).map((set) => `mutation ${set}`);
  return fc.oneof(
    { weight: 6, arbitrary: query },
    { weight: 3, arbitrary: mutation },
    { weight: 3, arbitrary: hostile },
  );
}
