/** Our field → name of their column that fills it. */
export type ColumnMapping = Readonly<Record<string, string>>;

/**
 * Moves a row's columns to the fields they fill. What nobody maps keeps its name, unless a mapped column takes that
 * name; `values` itself is not changed.
 */
export function applyMapping(
  values: Readonly<Record<string, unknown>>,
  mapping: ColumnMapping,
): Record<string, unknown> {
  const moved = new Set(Object.values(mapping));
  const kept = Object.entries(values).filter(([name]) => !moved.has(name) && !Object.hasOwn(mapping, name));
  const mapped = Object.entries(mapping)
    .filter(([, column]) => Object.hasOwn(values, column))
    .map(([field, column]) => [field, field === 'id' ? withSource(values[column]) : values[column]] as const);
  return Object.fromEntries([...kept, ...mapped]);
}

/** A number of their own list has no `source:` in front; within the organization it is unique all the same. */
function withSource(id: unknown): unknown {
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && /^\s*[^\s:]+\s*$/.test(text) ? `own:${text.trim()}` : id;
}

/** Reads a mapping file: one JSON object of texts. Null for anything else. */
export function parseMapping(text: string): ColumnMapping | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const isMapping =
      isObject && Object.values(value).every((column) => typeof column === 'string' && column);
    return isMapping ? (value as ColumnMapping) : null;
  } catch {
    return null; // not JSON
  }
}
