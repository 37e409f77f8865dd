import {
  GraphQLError,
  Kind,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

export const MAX_DEPTH = 10;
export const MAX_COST = 5_000;
const MAX_ALIASES = 30;
/** Rows a list is counted with when the document does not say. */
const DEFAULT_ROWS = 24;

interface Cost {
  cost: number;
  depth: number;
  aliases: number;
}

/** `first` as written; a variable counts as the most a page may hold. */
function rowsOf(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first');
  if (!first) return 1;
  if (first.value.kind === Kind.INT) return Math.max(1, Number(first.value.value));
  return first.value.kind === Kind.VARIABLE ? 100 : DEFAULT_ROWS;
}

function costOf(
  context: ValidationContext,
  set: SelectionSetNode,
  depth: number,
  open: ReadonlySet<string>,
): Cost {
  const total: Cost = { cost: 0, depth, aliases: 0 };
  for (const selection of set.selections) {
    let part: Cost = { cost: 1, depth, aliases: 0 };
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet ? costOf(context, selection.selectionSet, depth + 1, open) : null;
      part = {
        cost: 1 + rowsOf(selection) * (inner?.cost ?? 0),
        depth: inner?.depth ?? depth,
        aliases: (selection.alias ? 1 : 0) + (inner?.aliases ?? 0),
      };
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      part = costOf(context, selection.selectionSet, depth, open);
    } else if (!open.has(selection.name.value)) {
      const fragment = context.getFragment(selection.name.value);
      if (fragment)
        part = costOf(context, fragment.selectionSet, depth, new Set(open).add(selection.name.value));
    }
    total.cost += part.cost;
    total.depth = Math.max(total.depth, part.depth);
    total.aliases += part.aliases;
    if (total.cost > MAX_COST) return total; // doubling fragments end here, before they are all walked
  }
  return total;
}

/** Refuses documents that are too deep, too dear or too aliased (S25). Introspection pays like everything else. */
export const limitsRule: ValidationRule = (context) => ({
  OperationDefinition(operation: OperationDefinitionNode) {
    const { cost, depth, aliases } = costOf(context, operation.selectionSet, 1, new Set());
    const refuse = (code: string, message: string) =>
      context.reportError(new GraphQLError(message, { nodes: operation, extensions: { code } }));
    if (cost > MAX_COST)
      refuse('QUERY_TOO_COSTLY', `The query may cost up to ${MAX_COST}. Ask for fewer rows or fields.`);
    if (depth > MAX_DEPTH && !isIntrospection(operation))
      refuse('QUERY_TOO_DEEP', `The query may be ${MAX_DEPTH} levels deep.`);
    if (aliases > MAX_ALIASES) refuse('QUERY_TOO_MANY_ALIASES', `The query may use ${MAX_ALIASES} aliases.`);
  },
});

const isIntrospection = (operation: OperationDefinitionNode) =>
  operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
