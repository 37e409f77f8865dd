import type { ReactNode } from 'react';
import { m } from '../messages/generated/messages';

/** Nothing yet: says what will be here and the first step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="panel tinted max-w-reading">
      <p className="font-semibold">{title}</p>
      {children && <div className="mt-2">{children}</div>}
    </div>
  );
}

/** One part of a page that could not be loaded while the rest stands. */
export function Unavailable({ problem }: { problem: string }) {
  return (
    <div className="callout tone-care max-w-reading">
      <p className="callout-title">{m.panel_unavailable()}</p>
      <p>{problem}</p>
    </div>
  );
}
