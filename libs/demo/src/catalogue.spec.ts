import {
  demoAchievements,
  demoDemands,
  demoLots,
  demoOrganizations,
  demoPeople,
  demoSales,
  type DemoAchievement,
} from './index.js';

const ALL = { demoOrganizations, demoPeople, demoAchievements, demoDemands, demoSales, demoLots };
const organizations = new Map(demoOrganizations.map((each) => [each.key, each]));
const achievements = new Map(demoAchievements.map((each) => [each.key, each]));
const HAN = /\p{Script=Han}/u;
const AMOUNT = /^[1-9]\d{0,14}$/;

function words(text: string): number {
  return text.split(/\s+/).length;
}

function countBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | number,
): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

describe('every record', () => {
  it('is there in number', () => {
    expect(demoOrganizations.length).toBeGreaterThanOrEqual(14);
    expect(demoPeople.length).toBeGreaterThanOrEqual(12);
    expect(demoAchievements.length).toBeGreaterThanOrEqual(60);
    expect(demoDemands.length).toBeGreaterThanOrEqual(25);
    expect(demoSales.length).toBeGreaterThanOrEqual(60);
    expect(demoLots).toHaveLength(4);
  });

  it.each(Object.entries(ALL))(
    'of %s has a key and texts of its own',
    (_name, records: readonly object[]) => {
      for (const field of [
        'key',
        'creditCode',
        'email',
        'nameZh',
        'nameEn',
        'titleZh',
        'titleEn',
        'abstractZh',
      ]) {
        const values = records.flatMap((record) =>
          field in record ? [record[field as never] as string] : [],
        );
        expect(new Set(values).size).toBe(values.length);
      }
      for (const record of records)
        expect(record).toHaveProperty('key', expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/));
    },
  );

  it.each(Object.entries(ALL))('of %s is complete in both languages', (_name, records: readonly object[]) => {
    for (const record of records) {
      for (const [field, value] of Object.entries(record) as [string, unknown][]) {
        if (field.endsWith('Zh')) {
          expect(value).toMatch(HAN);
          expect(record).toHaveProperty(field.replace(/Zh$/, 'En'));
        }
        if (field.endsWith('En')) {
          expect(value).toMatch(/[A-Za-z]{2}/);
          expect(value).not.toMatch(HAN);
        }
        if (typeof value === 'string') expect(value).toBe(value.trim());
        if (/Amount$|Price$|^bidStep$/.test(field)) expect(value).toMatch(AMOUNT);
        if (/[rR]egion(Code)?$/.test(field)) expect(value).toMatch(/^[1-8]\d{5}$/);
      }
    }
  });
});

/** Allowed codes by field; a typing slip in the JSON files is not seen by the compiler. */
const CODES: Record<string, readonly string[]> = {
  fieldCode: [
    'NEXT_GEN_IT',
    'NEW_MATERIALS',
    'BIOMEDICINE',
    'ADVANCED_MANUFACTURING',
    'NEW_ENERGY',
    'ENVIRONMENT',
    'AGRICULTURE',
    'MARINE',
    'AEROSPACE',
    'TRANSPORT',
  ],
  rightsOffered: [
    'PATENT_ASSIGNMENT',
    'LICENSE_EXCLUSIVE',
    'LICENSE_SOLE',
    'LICENSE_NONEXCLUSIVE',
    'EQUITY',
    'COOPERATION',
  ],
  priceMode: ['NEGOTIABLE', 'LISTED', 'BIDDING'],
  cooperationMode: [
    'ASSIGNMENT',
    'LICENSE',
    'COMMISSIONED_DEVELOPMENT',
    'JOINT_DEVELOPMENT',
    'CONSULTING',
    'OPEN',
  ],
  contractKind: ['TRANSFER', 'LICENSE', 'DEVELOPMENT', 'SERVICE', 'CONSULTING'],
  mode: ['BIDDING', 'LISTING', 'AGREEMENT'],
};

describe.each(Object.entries(CODES))('every %s', (field, allowed) => {
  it('is one of the list', () => {
    const records: readonly object[] = Object.values(ALL).flat();
    const values = records.flatMap((record) =>
      field in record ? [record[field as never] as unknown].flat() : [],
    );
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !allowed.includes(value as string))).toEqual([]);
  });
});

describe('organizations and people', () => {
  it('are of every kind and visibly fictitious', () => {
    expect(countBy(demoOrganizations, (each) => each.kind).size).toBe(7);
    for (const { nameZh, nameEn, kind, isSmallEnterprise } of demoOrganizations) {
      expect(nameZh).toContain('示范');
      expect(nameEn).toContain('Demo');
      expect(typeof isSmallEnterprise === 'boolean').toBe(kind === 'ENTERPRISE');
    }
  });

  it('fill every role at a fitting organization', () => {
    const roles = countBy(demoPeople, (each) => each.role);
    expect(Object.fromEntries(roles)).toEqual({
      OPERATOR: 1,
      OFFICER: 3,
      INVENTOR: 1,
      BUYER: 4,
      BROKER: 2,
      REGISTRAR: 1,
      STATISTICIAN: 1,
      SUPERVISOR: 1,
    });
    for (const { email, organizationKey, role } of demoPeople) {
      expect(email).toMatch(/^[a-z.]+@demo\.stx\.example$/);
      const kind = organizations.get(organizationKey)?.kind;
      expect(kind).toBeDefined();
      if (role === 'OFFICER') expect(kind).toBe('UNIVERSITY');
      if (role === 'BUYER') expect(kind).toBe('ENTERPRISE');
      if (role === 'BROKER') expect(kind).toBe('SERVICE_INSTITUTION');
    }
  });
});

describe('achievements', () => {
  const stageOf = (trl: number): DemoAchievement['maturityStage'] =>
    trl <= 4 ? 'EARLY' : trl <= 7 ? 'MIDDLE' : 'MATURE';

  it.each(demoAchievements.map((each) => [each.key, each] as const))('%s is sound', (_key, each) => {
    expect(organizations.has(each.organizationKey)).toBe(true);
    expect(each.summaryZh.length).toBeLessThanOrEqual(120);
    expect(each.summaryEn.length).toBeLessThanOrEqual(120);
    expect(each.abstractZh.length).toBeGreaterThanOrEqual(120);
    expect(each.abstractZh.length).toBeLessThanOrEqual(260);
    expect(words(each.abstractEn)).toBeGreaterThanOrEqual(80);
    expect(words(each.abstractEn)).toBeLessThanOrEqual(160);
    expect(each.keywords.filter((word) => HAN.test(word)).length).toBeGreaterThanOrEqual(3);
    expect(each.keywords.filter((word) => !HAN.test(word)).length).toBeGreaterThanOrEqual(3);
    expect(new Set(each.keywords).size).toBe(each.keywords.length);
    for (const code of each.ipcCodes) expect(code).toMatch(/^[A-H]\d{2}[A-Z]\d{1,4}\/\d{2,6}$/);
    expect(each.trlLevel).toBeGreaterThanOrEqual(1);
    expect(each.trlLevel).toBeLessThanOrEqual(9);
    expect(each.maturityStage).toBe(stageOf(each.trlLevel));
    expect(each.rightsOffered.length).toBeGreaterThan(0);
    expect(each.askingPriceAmount === undefined).toBe(each.priceMode === 'NEGOTIABLE');
    expect(each.inventors.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0)).toBe(10_000);
    expect(new Set(each.inventors.map(({ name }) => name)).size).toBe(each.inventors.length);
  });

  it('cover every field, kind and price mode', () => {
    expect(countBy(demoAchievements, (each) => each.fieldCode).size).toBe(10);
    for (const count of countBy(demoAchievements, (each) => each.fieldCode).values()) {
      expect(count).toBeGreaterThanOrEqual(5);
    }
    expect(countBy(demoAchievements, (each) => each.kind).size).toBe(6);
    expect(countBy(demoAchievements, (each) => each.priceMode).size).toBe(3);
  });
});

describe('demands', () => {
  it.each(demoDemands.map((each) => [each.key, each] as const))('%s is sound', (_key, each) => {
    expect(organizations.has(each.organizationKey)).toBe(true);
    expect(each.problemZh.length).toBeGreaterThanOrEqual(80);
    expect(each.problemZh.length).toBeLessThanOrEqual(200);
    expect(each.deadlineInDays).toBeGreaterThan(0);
    for (const key of each.matchingAchievementKeys) expect(achievements.has(key)).toBe(true);
  });

  it('mostly have an answer in the catalogue, of their field', () => {
    const answered = demoDemands.filter((each) => each.matchingAchievementKeys.length > 0);
    expect(answered.length / demoDemands.length).toBeGreaterThan(0.8);
    expect(answered.length).toBeLessThan(demoDemands.length);
    for (const { fieldCode, matchingAchievementKeys } of answered) {
      expect(achievements.get(matchingAchievementKeys[0]!)?.fieldCode).toBe(fieldCode);
    }
  });
});
