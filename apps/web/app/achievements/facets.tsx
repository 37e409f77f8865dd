import { formatNumber } from '@stx/format';
import { useEffect, useRef } from 'react';
import { useLocation, useSearchParams, useSubmit } from 'react-router';
import type { AchievementListQuery } from '../data/generated/operations';
import { m } from '../messages/generated/messages';
import { FILTERS, type FilterName } from './filter';
import { filterName, valueName } from './filter-words';

type Facet = AchievementListQuery['achievements']['facets'][number];

const SHOWN_AT_ONCE = 8;

/** Filters of the list: a GET form; on a wide screen with JavaScript each change applies at once. */
export function Facets({ facets, total }: { facets: Facet[]; total: number }) {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]').forEach((box) => {
      box.checked = search.getAll(box.name).includes(box.value);
    });
  }, [search]);
  const applyWhenWide = () => {
    if (form.current && window.matchMedia('(width >= 960px)').matches) {
      void submit(form.current, { action: pathname, preventScrollReset: true });
    }
  };
  const byName = new Map(facets.map((facet) => [facet.name, facet.values]));
  const q = search.get('q');
  const sort = search.get('sort');
  return (
    <form ref={form} method="get" action="#results" onChange={applyWhenWide} className="space-y-6">
      {q && <input type="hidden" name="q" value={q} />}
      {sort && <input type="hidden" name="sort" value={sort} />}
      {FILTERS.filter((name) => byName.get(name)?.length).map((name) => (
        <FacetGroup key={name} name={name} values={byName.get(name)!} selected={search.getAll(name)} />
      ))}
      <div className="facets-apply">
        <button type="submit" className="button w-full">
          <span className="md:hidden">{m.show_results({ total: formatNumber(total) })}</span>
          <span className="hidden md:inline">{m.apply_filters()}</span>
        </button>
      </div>
    </form>
  );
}

function FacetGroup({
  name,
  values,
  selected,
}: {
  name: FilterName;
  values: Facet['values'];
  selected: string[];
}) {
  const ordered = name === 'trlLevel' ? values.toSorted((a, b) => Number(a.value) - Number(b.value)) : values;
  const first = ordered.filter(
    ({ value }, i) => i < (name === 'trlLevel' ? ordered.length : SHOWN_AT_ONCE) || selected.includes(value),
  );
  const rest = ordered.filter((value) => !first.includes(value));
  const option = ({ value, count }: Facet['values'][number]) => (
    <label key={value} className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={selected.includes(value)} />
      <span className="flex-1">{valueName(name, value)}</span>
      <span className="figures text-small text-muted">{formatNumber(count)}</span>
    </label>
  );
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{filterName(name)}</legend>
      {first.map(option)}
      {rest.length > 0 && (
        <details>
          <summary className="min-h-6 text-small text-primary underline">
            {m.facet_more({ count: rest.length })}
          </summary>
          {rest.map(option)}
        </details>
      )}
    </fieldset>
  );
}
