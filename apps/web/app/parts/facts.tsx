import type { ReactNode } from 'react';

export type Fact = [label: string, value: ReactNode] | null;

/** Label–value facts; a fact that is null is left out. */
export function Facts({ items, columns }: { items: Fact[]; columns?: 'one' | 'three' }) {
  return (
    <dl className={`facts ${columns ?? ''}`}>
      {items
        .filter((item) => item !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
