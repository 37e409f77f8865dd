import { m } from '../messages/generated/messages';
import { fieldName } from '../terms/fields';
import { regionName } from '../terms/regions';
import { achievementKind, priceMode, rightsOffered, termOf } from '../terms/terms';
import type { FilterName } from './filter';

const NAMES: Record<FilterName, () => string> = {
  kind: m.facet_kind,
  fieldCode: m.facet_field,
  category: m.facet_category,
  trlLevel: m.facet_trl,
  rightsOffered: m.facet_rights,
  priceMode: m.facet_price_mode,
  regionCode: m.facet_region,
  organizationId: m.facet_organization,
  language: m.facet_language,
};

const VALUES: Partial<Record<FilterName, (value: string) => string>> = {
  kind: (value) => termOf(achievementKind, value),
  fieldCode: (value) => fieldName(value) ?? value,
  trlLevel: (value) => m.trl_level({ level: value }),
  rightsOffered: (value) => termOf(rightsOffered, value),
  priceMode: (value) => termOf(priceMode, value),
  regionCode: (value) => regionName(value) ?? value,
  organizationId: () => m.facet_this_organization(),
  language: (value) => (value.startsWith('zh') ? m.lang_zh() : value === 'en' ? m.lang_en() : value),
};

export const filterName = (name: FilterName): string => NAMES[name]();

export const valueName = (name: FilterName, value: string): string => VALUES[name]?.(value) ?? value;
