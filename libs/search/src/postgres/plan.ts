/** Lexemes that all have to occur. */
export interface Alternative {
  lexemes: string[];
  /** How much this reading of the word counts: 1 = as written, less = completed or corrected. */
  weight: number;
}

/** One word of the query with its readings; a document has the word if it has one of them. */
export interface Group {
  alternatives: Alternative[];
  /** In how many documents it occurs, about. */
  df: number;
  /** How often the query says it. */
  weight: number;
}

/** Everything the score depends on besides the document. A cursor carries it, so the next page scores the same. */
export interface Plan {
  groups: Group[];
  documents: number;
  averageLength: number;
}

export const lexemesOf = (groups: Group[]): string[] => [
  ...new Set(groups.flatMap((group) => group.alternatives.flatMap(({ lexemes }) => lexemes))),
];

export function isPlan(value: unknown): value is Plan {
  const plan = value as Plan;
  return (
    Number.isFinite(plan?.documents) &&
    Number.isFinite(plan.averageLength) &&
    Array.isArray(plan.groups) &&
    plan.groups.length <= 100 &&
    plan.groups.every(isGroup)
  );
}

function isGroup(value: Group): boolean {
  return (
    Number.isFinite(value?.df) &&
    Number.isFinite(value.weight) &&
    Array.isArray(value.alternatives) &&
    value.alternatives.length > 0 &&
    value.alternatives.every(
      ({ lexemes, weight }) =>
        Number.isFinite(weight) &&
        Array.isArray(lexemes) &&
        lexemes.length > 0 &&
        lexemes.every((lexeme) => typeof lexeme === 'string' && /^[\p{L}\p{N}]/u.test(lexeme)),
    )
  );
}
