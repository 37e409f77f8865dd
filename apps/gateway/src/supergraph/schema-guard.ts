import {
  BreakingChangeType,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type BreakingChange,
  type GraphQLSchema,
} from 'graphql';

/** What the released schema had announced as going away: `Type.field`, `ENUM.VALUE`, `Type.field.argument`. */
function announced(released: GraphQLSchema): Set<string> {
  const found = new Set<string>();
  const note = (name: string, part: { deprecationReason?: string | null }) => {
    if (part.deprecationReason != null) found.add(name);
  };
  for (const type of Object.values(released.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      for (const argument of field.args) note(`${type.name}.${field.name}.${argument.name}`, argument);
    }
  }
  return found;
}

const REMOVALS = new Map<BreakingChangeType, RegExp>([
  [BreakingChangeType.FIELD_REMOVED, /^(\w+\.\w+) was removed/],
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM, /^(\w+) was removed from enum type (\w+)/],
  [BreakingChangeType.ARG_REMOVED, /^(\w+\.\w+) arg (\w+) was removed/],
]);

/** The part of the schema that a change takes away; null where it does something else. */
function removedBy({ type, description }: BreakingChange): string | null {
  const match = REMOVALS.get(type)?.exec(description);
  if (!match) return null;
  if (type === BreakingChangeType.VALUE_REMOVED_FROM_ENUM) return `${match[2]}.${match[1]}`;
  return match[2] ? `${match[1]}.${match[2]}` : match[1]!;
}

/** Changes that would break a program written for the released schema and were not announced by `@deprecated`. */
export function brokenPromises(released: GraphQLSchema, current: GraphQLSchema): string[] {
  const goingAway = announced(released);
  return findBreakingChanges(released, current)
    .filter((change) => !goingAway.has(removedBy(change) ?? ''))
    .map(({ description }) => description);
}
