/** Target field → name of the column that fills it. */
export type ColumnMapping = Readonly<Record<string, string>>;

/**
 * Renames a row's columns to target fields. Columns nobody maps are left out, as are targets whose column the row
 * does not have; `values` itself is not changed.
 */
export function applyMapping(
  values: Readonly<Record<string, unknown>>,
  mapping: ColumnMapping,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping)
      .filter(([, column]) => Object.hasOwn(values, column))
      .map(([target, column]) => [target, values[column]]),
  );
}
