/** The demonstration catalogue: fictitious organizations, people, achievements, demands, sales and lots. */
import { readFileSync } from 'node:fs';
import type {
  DemoAchievement,
  DemoDemand,
  DemoLot,
  DemoOrganization,
  DemoPerson,
  DemoSale,
} from './types.js';

export const demoOrganizations = load<DemoOrganization>('organizations');
export const demoPeople = load<DemoPerson>('people');
export const demoAchievements = load<DemoAchievement>('achievements');
export const demoDemands = load<DemoDemand>('demands');
export const demoSales = load<DemoSale>('sales');
export const demoLots = load<DemoLot>('lots');

export type * from './types.js';

/** From `src` and from `dist` alike, so that no build step has to copy the data; the specs check its shape. */
function load<Item>(name: string): readonly Item[] {
  return JSON.parse(readFileSync(new URL(`../src/data/${name}.json`, import.meta.url), 'utf8')) as Item[];
}
