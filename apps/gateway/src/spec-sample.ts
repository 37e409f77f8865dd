import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** A value that passes the schema, so that the refusal comes from the service and not from validation. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.value;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, sampleOf(field.type)]),
    );
  }
  const scalars: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    ID: crypto.randomUUID(),
    Date: '2030-01-01',
    DateTime: '2030-01-01T00:00:00.000Z',
  };
  return scalars[getNamedType(type).name] ?? 'text';
}
