import type { INestApplicationContext } from '@nestjs/common';
import { SeedAchievements } from '@stx/achievements';
import { SeedLots } from '@stx/bidding';
import { achievements, demands, lots, organizations, people, sales } from '@stx/demo';
import { PostDemand } from '@stx/demands';
import { SeedPeople, type SeededPeople } from '@stx/identity';
import { log, type Viewer } from '@stx/platform';
import { SeedDeals } from '@stx/settlement';

/** Known on purpose: demonstration accounts exist only with `STX_DEMO=on`. */
export const DEMO_PASSWORD = 'demo-exchange-2026';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const actingFor = (seeded: SeededPeople, organizationKey: string, role: string): Viewer => {
  const person = people.find(
    (candidate) => candidate.organizationKey === organizationKey && candidate.role === role,
  );
  return {
    personId: seeded.personIds[person?.key ?? people[0]!.key]!,
    organizationId: seeded.organizationIds[organizationKey]!,
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

async function seedLibrary(app: INestApplicationContext, seeded: SeededPeople): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const seed = app.get(SeedAchievements, { strict: false });
  for (const organizationKey of new Set(achievements.map((achievement) => achievement.organizationKey))) {
    const own = achievements.filter((achievement) => achievement.organizationKey === organizationKey);
    const created = await seed.run(
      own.map((achievement) => ({
        ...achievement,
        organizationId: seeded.organizationIds[organizationKey]!,
      })),
      actingFor(seeded, organizationKey, 'OFFICER'),
    );
    own.forEach((achievement, i) => ids.set(achievement.key, created[i]!));
  }
  return ids;
}

async function seedDemands(app: INestApplicationContext, seeded: SeededPeople, now: number): Promise<void> {
  const post = app.get(PostDemand, { strict: false });
  for (const { key, organizationKey, deadlineInDays, ...demand } of demands) {
    const deadlineOn = new Date(now + deadlineInDays * DAY).toISOString().slice(0, 10);
    const reply = await post.run(
      actingFor(seeded, organizationKey, 'BUYER'),
      { ...demand, deadlineOn, requestId: `demo-demand-${key}` },
      true,
    );
    if ('refused' in reply) throw new Error(`demonstration demand ${key}: ${String(reply.refused)}`);
  }
}

async function seedSales(app: INestApplicationContext, seeded: SeededPeople, now: number): Promise<void> {
  await app.get(SeedDeals, { strict: false }).run(
    sales.map(({ sellerKey, buyerKey, quartersAgo, dayInQuarter, turnoverAmount, ...sale }) => ({
      ...sale,
      sellerId: seeded.organizationIds[sellerKey]!,
      buyerId: seeded.organizationIds[buyerKey]!,
      price: turnoverAmount,
      closedAt: quarterStart(quartersAgo, now) + dayInQuarter * DAY,
    })),
  );
}

/** Lots start some minutes after each first start, so that a newcomer always finds one to watch. */
async function seedLots(
  app: INestApplicationContext,
  seeded: SeededPeople,
  ids: Map<string, string>,
  now: number,
) {
  await app.get(SeedLots, { strict: false }).run(
    lots.map(({ achievementKey, brokerKey, startsInMinutes, durationMinutes, softClose, ...lot }) => {
      const achievement = achievements.find(({ key }) => key === achievementKey)!;
      const broker = people.find(({ key }) => key === brokerKey)!;
      const opensAt = now + startsInMinutes * MINUTE;
      return {
        ...lot,
        achievementId: ids.get(achievementKey)!,
        fieldCode: achievement.fieldCode,
        titleZh: achievement.titleZh,
        titleEn: achievement.titleEn,
        sellerId: seeded.organizationIds[achievement.organizationKey]!,
        brokerId: seeded.organizationIds[broker.organizationKey]!,
        brokerPersonId: seeded.personIds[brokerKey]!,
        opensAt,
        closesAt: opensAt + durationMinutes * MINUTE,
        extensionWindowSeconds: softClose.windowSeconds,
        extensionSeconds: softClose.extendSeconds,
      };
    }),
  );
}

/** Loads the demonstration catalogue, on the first start only. */
export async function seedDemonstration(app: INestApplicationContext): Promise<void> {
  const seedPeople = app.get(SeedPeople, { strict: false });
  if (await seedPeople.isDone()) return;
  const now = Date.now();
  const seeded = await seedPeople.run({ organizations, people }, DEMO_PASSWORD);
  const ids = await seedLibrary(app, seeded);
  await seedDemands(app, seeded, now);
  await seedSales(app, seeded, now);
  await seedLots(app, seeded, ids, now);
  log.info('demonstration catalogue loaded', { count: achievements.length });
}
