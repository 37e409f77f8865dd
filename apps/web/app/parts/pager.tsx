import { formatNumber } from '@stx/format';
import { Link, useSearchParams } from 'react-router';
import { m } from '../messages/generated/messages';

export const PAGE_SIZE = 24;

/** Cursors of the pages before this one, oldest first; the address holds the whole way back. */
export const cursorsOf = (search: URLSearchParams): string[] => search.getAll('at').filter(Boolean);

/** Arguments of a list query for the page an address asks for. */
export function pageArguments(
  request: Request,
  first = PAGE_SIZE,
): { first: number; after: string | undefined } {
  return { first, after: cursorsOf(new URL(request.url).searchParams).at(-1) };
}

interface Props {
  shown: number;
  total: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** `25–48 of 1,204` with Previous and Next. */
export function Pager({ shown, total, pageInfo }: Props) {
  const [search] = useSearchParams();
  const cursors = cursorsOf(search);
  if (cursors.length === 0 && !pageInfo.hasNextPage) return null;
  const start = cursors.length * PAGE_SIZE + 1;
  const to = (next: string[]) => {
    const params = new URLSearchParams(search);
    params.delete('at');
    next.forEach((cursor) => params.append('at', cursor));
    return `?${params}`;
  };
  return (
    <nav aria-label={m.pages_of_list()} className="mt-6 flex flex-wrap items-center gap-4">
      {cursors.length > 0 && (
        <Link className="button quiet" rel="prev" to={to(cursors.slice(0, -1))}>
          {m.page_previous()}
        </Link>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor && (
        <Link className="button quiet" rel="next" to={to([...cursors, pageInfo.endCursor])}>
          {m.page_next()}
        </Link>
      )}
      <p className="figures text-muted">
        {m.page_range({
          from: formatNumber(start),
          to: formatNumber(start + shown - 1),
          total: formatNumber(total),
        })}
      </p>
    </nav>
  );
}
