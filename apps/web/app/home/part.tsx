import type { ReactNode } from 'react';
import { Unavailable } from '../parts/empty';
import { Link } from '../parts/link';
import { Section } from '../parts/section';

interface Props<Data> {
  title: string;
  more: { to: string; label: string };
  part: { ok: true; data: Data } | { ok: false; problem: string };
  children(data: Data): ReactNode;
}

/** One part of the page; when it cannot be had the others stand. */
export function Part<Data>({ title, more, part, children }: Props<Data>) {
  return (
    <Section
      title={title}
      aside={
        <Link to={more.to} aria-label={`${more.label}: ${title}`}>
          {more.label}
        </Link>
      }
    >
      {part.ok ? children(part.data) : <Unavailable problem={part.problem} />}
    </Section>
  );
}
