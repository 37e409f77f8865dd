import { Link, useSearchParams } from 'react-router';
import { m } from '../messages/generated/messages';
import { FILTERS, withoutFilters, withoutValue } from './filter';
import { filterName, valueName } from './filter-words';

/** What the list is narrowed to, each removable by itself. */
export function Chips() {
  const [search] = useSearchParams();
  const chips = FILTERS.flatMap((name) => search.getAll(name).map((value) => ({ name, value })));
  if (chips.length === 0) return null;
  return (
    <ul aria-label={m.filters_in_force()} className="mb-4 flex flex-wrap gap-2">
      {chips.map(({ name, value }) => (
        <li key={`${name}=${value}`}>
          <Link
            className="button quiet dense text-small"
            to={withoutValue(search, name, value)}
            preventScrollReset
          >
            <span className="sr-only">{m.remove_filter()} </span>
            {filterName(name)}: {valueName(name, value)} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          className="inline-flex min-h-9 items-center text-small"
          to={withoutFilters(search)}
          preventScrollReset
        >
          {m.clear_filters()}
        </Link>
      </li>
    </ul>
  );
}
