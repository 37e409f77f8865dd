import { demoAchievements, demoLots, demoOrganizations, demoPeople, demoSales } from './index.js';

const organizations = new Set(demoOrganizations.map(({ key }) => key));

describe('sales', () => {
  it('fill twelve quarters with three to eight each', () => {
    for (let quarter = 1; quarter <= 12; quarter += 1) {
      const count = demoSales.filter(({ quartersAgo }) => quartersAgo === quarter).length;
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(8);
    }
  });

  it.each(demoSales.map((each) => [each.key, each] as const))('%s is sound', (_key, each) => {
    expect(organizations.has(each.sellerKey)).toBe(true);
    expect(organizations.has(each.buyerKey)).toBe(true);
    expect(each.sellerKey).not.toBe(each.buyerKey);
    expect(each.quartersAgo).toBeGreaterThanOrEqual(1);
    expect(each.quartersAgo).toBeLessThanOrEqual(12);
    expect(each.dayInQuarter).toBeGreaterThanOrEqual(1);
    expect(each.dayInQuarter).toBeLessThanOrEqual(90);
    expect(BigInt(each.technologyAmount) <= BigInt(each.turnoverAmount)).toBe(true);
  });

  it('grow from the first year to the third', () => {
    const turnover = (from: number, to: number): bigint =>
      demoSales
        .filter(({ quartersAgo }) => quartersAgo >= from && quartersAgo <= to)
        .reduce((sum, each) => sum + BigInt(each.turnoverAmount), 0n);
    expect(turnover(1, 4) > turnover(5, 8)).toBe(true);
    expect(turnover(5, 8) > turnover(9, 12)).toBe(true);
  });
});

describe('lots', () => {
  it.each(demoLots.map((each) => [each.key, each] as const))('%s can be held', (_key, lot) => {
    const achievement = demoAchievements.find(({ key }) => key === lot.achievementKey);
    expect(achievement?.priceMode).toBe('BIDDING');
    expect(demoPeople.find(({ key }) => key === lot.brokerKey)?.role).toBe('BROKER');
    expect(BigInt(lot.reservePrice ?? lot.startPrice) >= BigInt(lot.startPrice)).toBe(true);
    expect((BigInt(lot.reservePrice ?? lot.startPrice) - BigInt(lot.startPrice)) % BigInt(lot.bidStep)).toBe(
      0n,
    );
    expect(BigInt(lot.depositAmount) < BigInt(lot.startPrice)).toBe(true);
    expect(lot.softClose.windowSeconds).toBeLessThan(lot.durationMinutes * 60);
    expect(new Set(lot.bidderKeys).size).toBe(lot.bidderKeys.length);
    expect(lot.bidderKeys.length).toBeGreaterThanOrEqual(2);
    for (const key of lot.bidderKeys) {
      const bidder = demoPeople.find((each) => each.key === key);
      expect(bidder?.role).toBe('BUYER');
      expect(bidder?.organizationKey).not.toBe(achievement?.organizationKey);
    }
  });

  it('are of different achievements, and one opens in five minutes', () => {
    expect(new Set(demoLots.map(({ achievementKey }) => achievementKey)).size).toBe(demoLots.length);
    expect(Math.min(...demoLots.map(({ startsInMinutes }) => startsInMinutes))).toBe(5);
  });
});
