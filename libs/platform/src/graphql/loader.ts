import DataLoader from 'dataloader';
import type { RequestContext } from './subgraph-registry.js';

/** One batching loader a request and kind: many look-ups of one round become one query. Missing rows are null. */
export function loaderFor<T extends { id: string }>(
  context: RequestContext,
  kind: string,
  load: (ids: readonly string[]) => Promise<T[]>,
): DataLoader<string, T | null> {
  const existing = context.loaders.get(kind) as DataLoader<string, T | null> | undefined;
  if (existing) return existing;
  const loader = new DataLoader<string, T | null>(async (ids) => {
    const rows = new Map((await load(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
  context.loaders.set(kind, loader);
  return loader;
}
