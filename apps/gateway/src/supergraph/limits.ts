import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const MAX_DEPTH = 10;
export const MAX_COST = 5_000;
/** Of somebody who is not signed in. */
export const ANONYMOUS_COST = 1_000;
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

type Fragments = (name: string) => FragmentDefinitionNode | null | undefined;

function costOf(fragment: Fragments, set: SelectionSetNode, depth: number, open: ReadonlySet<string>): Cost {
  const total: Cost = { cost: 0, depth, aliases: 0 };
  for (const selection of set.selections) {
    let part: Cost = { cost: 1, depth, aliases: 0 };
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet ? costOf(fragment, selection.selectionSet, depth + 1, open) : null;
      part = {
        cost: 1 + rowsOf(selection) * (inner?.cost ?? 0),
        depth: inner?.depth ?? depth,
        aliases: (selection.alias ? 1 : 0) + (inner?.aliases ?? 0),
      };
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      part = costOf(fragment, selection.selectionSet, depth, open);
    } else if (!open.has(selection.name.value)) {
      const spread = fragment(selection.name.value);
      if (spread)
        part = costOf(fragment, spread.selectionSet, depth, new Set(open).add(selection.name.value));
    }
    total.cost += part.cost;
    total.depth = Math.max(total.depth, part.depth);
    total.aliases += part.aliases;
    if (total.cost > MAX_COST) return total; // doubling fragments end here, before they are all walked
  }
  return total;
}

/** Costs by operation: Apollo remembers documents, so each is walked once. */
const known = new WeakMap<OperationDefinitionNode, Cost>();

function costOfOperation(document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const before = known.get(operation);
  if (before) return before;
  const fragments = new Map(
    document.definitions.flatMap((part) =>
      part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part] as const] : [],
    ),
  );
  const cost = costOf((name) => fragments.get(name), operation.selectionSet, 1, new Set());
  known.set(operation, cost);
  return cost;
}

/**
 * Refuses what is too deep, too aliased, or dearer than whoever asks may spend (S25). Introspection pays like everything
 * else, but may be as deep as its tools make it.
 * @throws GraphQLError QUERY_TOO_COSTLY, QUERY_TOO_DEEP, QUERY_TOO_MANY_ALIASES
 */
export function checkLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  maxCost: number,
): void {
  const { cost, depth, aliases } = costOfOperation(document, operation);
  const refuse = (code: string, message: string): never => {
    throw new GraphQLError(message, { nodes: operation, extensions: { code, http: { status: 400 } } });
  };
  if (cost > maxCost)
    refuse('QUERY_TOO_COSTLY', `The query may cost up to ${maxCost}. Ask for fewer rows or fields.`);
  if (depth > MAX_DEPTH && !isIntrospection(operation))
    refuse('QUERY_TOO_DEEP', `The query may be ${MAX_DEPTH} levels deep.`);
  if (aliases > MAX_ALIASES) refuse('QUERY_TOO_MANY_ALIASES', `The query may use ${MAX_ALIASES} aliases.`);
}

const isIntrospection = (operation: OperationDefinitionNode) =>
  operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
