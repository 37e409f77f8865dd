import type { INestApplicationContext } from '@nestjs/common';
import { SeedAchievements } from '@stx/achievements';
import { SeedLots } from '@stx/bidding';
import {
  demoAchievements as achievements,
  demoDemands as demands,
  demoLots as lots,
  demoOrganizations as organizations,
  demoPeople as people,
  demoSales as sales,
} from '@stx/demo';
import { PostDemand } from '@stx/demands';
import { SeedPeople } from '@stx/identity';
import type { Viewer } from '@stx/platform';
import { SeedDeals } from '@stx/settlement';
import { firstRun } from './first-run.js';

/** Known on purpose: demonstration accounts exist only with `STX_DEMO=on`. */
export const DEMO_PASSWORD = 'demo-exchange-2026';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Seeded {
  organizations: Record<string, string>;
  people: Record<string, string>;
}

const actingFor = (seeded: Seeded, organizationKey: string, role: string): Viewer => {
  const person = people.find(
    (candidate) => candidate.organizationKey === organizationKey && candidate.role === role,
  );
  return {
    personId: seeded.people[(person ?? people[0]!).key]!,
    organizationId: seeded.organizations[organizationKey]!,
    roles: [role],
    language: 'zh-CN',
    isSystem: false,
  };
};

/** First moment of the quarter that lies `quartersAgo` before the running one, UTC+8. */
function quarterStart(quartersAgo: number, now: number): number {
  const local = new Date(now + 8 * 60 * MINUTE);
  const month = Math.floor(local.getUTCMonth() / 3) * 3 - 3 * quartersAgo;
  return Date.UTC(local.getUTCFullYear(), month, 1) - 8 * 60 * MINUTE;
}

async function seedLibrary(app: INestApplicationContext, seeded: Seeded): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const seed = app.get(SeedAchievements, { strict: false });
  for (const organizationKey of new Set(achievements.map((achievement) => achievement.organizationKey))) {
    const own = achievements.filter((achievement) => achievement.organizationKey === organizationKey);
    const created = await seed.run(
      own.map((achievement) => ({
        ...achievement,
        keywords: [...achievement.keywords],
        ipcCodes: [...achievement.ipcCodes],
        rightsOffered: [...achievement.rightsOffered],
        organizationId: seeded.organizations[organizationKey]!,
      })),
      actingFor(seeded, organizationKey, 'OFFICER'),
    );
    own.forEach((achievement, i) => (ids[achievement.key] = created[i]!));
  }
  return ids;
}

async function seedDemands(app: INestApplicationContext, seeded: Seeded, now: number): Promise<void> {
  const post = app.get(PostDemand, { strict: false });
  for (const { key, organizationKey, deadlineInDays, matchingAchievementKeys: _, ...demand } of demands) {
    const deadlineOn = new Date(now + deadlineInDays * DAY).toISOString().slice(0, 10);
    const reply = await post.run(
      actingFor(seeded, organizationKey, 'BUYER'),
      { ...demand, deadlineOn, requestId: `demo-demand-${key}` },
      true,
    );
    if ('refused' in reply) throw new Error(`demonstration demand ${key}: ${String(reply.refused)}`);
  }
}

async function seedSales(app: INestApplicationContext, seeded: Seeded, now: number): Promise<void> {
  await app.get(SeedDeals, { strict: false }).run(
    sales.map(({ key: _, sellerKey, buyerKey, quartersAgo, dayInQuarter, turnoverAmount, ...sale }) => ({
      ...sale,
      sellerId: seeded.organizations[sellerKey]!,
      buyerId: seeded.organizations[buyerKey]!,
      price: turnoverAmount,
      closedAt: new Date(quarterStart(quartersAgo, now) + (dayInQuarter - 1) * DAY + 10 * 60 * MINUTE),
    })),
  );
}

/** Lots start some minutes after each first start, so that a newcomer always finds one to watch. */
async function seedLots(
  app: INestApplicationContext,
  seeded: Seeded,
  ids: Record<string, string>,
  now: number,
) {
  await app.get(SeedLots, { strict: false }).run(
    lots.map(
      ({
        key: _,
        achievementKey,
        brokerKey,
        bidderKeys,
        startsInMinutes,
        durationMinutes,
        softClose,
        ...lot
      }) => {
        const achievement = achievements.find(({ key }) => key === achievementKey)!;
        const broker = people.find(({ key }) => key === brokerKey)!;
        const opensAt = now + startsInMinutes * MINUTE;
        return {
          ...lot,
          achievementId: ids[achievementKey]!,
          fieldCode: achievement.fieldCode,
          titleZh: achievement.titleZh,
          titleEn: achievement.titleEn,
          sellerId: seeded.organizations[achievement.organizationKey]!,
          brokerId: seeded.organizations[broker.organizationKey]!,
          brokerPersonId: seeded.people[brokerKey]!,
          bidders: bidderKeys.map((key) => ({
            personId: seeded.people[key]!,
            organizationId:
              seeded.organizations[people.find((person) => person.key === key)!.organizationKey]!,
          })),
          opensAt,
          closesAt: opensAt + durationMinutes * MINUTE,
          extensionWindowSeconds: softClose.windowSeconds,
          extensionSeconds: softClose.extendSeconds,
        };
      },
    ),
  );
}

/** Loads the demonstration catalogue, on the first start only; a start that was killed goes on where it stopped. */
export async function seedDemonstration(app: INestApplicationContext, databaseUrl: string): Promise<void> {
  const now = Date.now();
  await firstRun(databaseUrl, async (step) => {
    const seeded = await step('people', async (): Promise<Seeded> => {
      const all = { organizations: [...organizations], people: [...people] };
      const ids = await app.get(SeedPeople, { strict: false }).run(all, DEMO_PASSWORD);
      return { organizations: Object.fromEntries(ids.organizations), people: Object.fromEntries(ids.people) };
    });
    const achievementIds = await step('library', () => seedLibrary(app, seeded));
    await step('demands', () => seedDemands(app, seeded, now));
    await step('sales', () => seedSales(app, seeded, now));
    await step('lots', () => seedLots(app, seeded, achievementIds, now));
  });
}
