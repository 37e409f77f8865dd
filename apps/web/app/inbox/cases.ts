/** Notifications of one lot, demand, import or organization. */
export interface InboxCase<Item> {
  key: string;
  items: Item[];
}

/** Groups a page by case, in the order in which each case first appears: what is unread stays in front. */
export function casesOf<Item extends { caseKey: string }>(items: readonly Item[]): InboxCase<Item>[] {
  const cases = new Map<string, Item[]>();
  for (const item of items) cases.set(item.caseKey, [...(cases.get(item.caseKey) ?? []), item]);
  return [...cases].map(([key, grouped]) => ({ key, items: grouped }));
}
