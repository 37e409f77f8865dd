import type { Language } from './language.js';

/** `2026Q3` → `2026年第3季度`, `Q3 2026`. Other text stays as it is. */
export function formatQuarter(quarter: string, language: Language): string {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  if (!match) return quarter;
  return language === 'zh-CN' ? `${match[1]}年第${match[2]}季度` : `Q${match[2]} ${match[1]}`;
}

/** `A、B和C`, `A, B and C`. */
export function formatList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? '';
  const [comma, and] = language === 'zh-CN' ? ['、', '和'] : [', ', ' and '];
  return items.slice(0, -1).join(comma) + and + items.at(-1);
}
