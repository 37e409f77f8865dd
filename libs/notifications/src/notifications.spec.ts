import type { BidderRegistered, DepositHeld, LotScheduled, LotSold } from '@stx/contracts';
import { anonymous, newId, systemViewer, verifyJournal, type Viewer } from '@stx/platform';
import { member } from '@stx/testing';
import { RebuildNotifications } from './index.js';
import { WriteLetters } from './letter/write-letters.js';
import { RemindOfOpening } from './reminder/remind-of-opening.js';
import { SpecJournals } from './spec-journals.js';
import { WatchJournals } from './watch/watch-journals.js';

const REF = 'L2026-000007';
const HOUR = 3_600_000;
const MINUTE = 60_000;

describe('notifications', () => {
  let spec: SpecJournals;
  beforeAll(async () => void (spec = await SpecJournals.start()), 60_000);
  afterAll(() => spec.stop());

  const write = (at = new Date()) => spec.exchange.get(WriteLetters).run(at);
  const join = (viewer: Viewer) =>
    spec.say(
      'identity',
      ...viewer.roles.map((role) => ({
        type: 'MembershipGranted',
        subjectId: viewer.personId!,
        data: { organizationId: viewer.organizationId!, role },
      })),
    );
  const ask = (viewer: Viewer, document: string, variables = {}) =>
    spec.exchange.query('notifications', viewer, document, variables);

  /** A lot with its seller and two registered bidders; everybody is a member of the own organization. */
  async function lot(opensInMs = 48 * HOUR) {
    const [id, seller] = [newId(), member('OFFICER')];
    const bidders = [member('BUYER'), member('BUYER')] as const;
    for (const person of [seller, ...bidders]) await join(person);
    const opensAt = Date.now() + opensInMs;
    const scheduled: LotScheduled = {
      ref: REF,
      titleZh: '叶片防冰涂层',
      titleEn: 'Ice coating',
      sellerId: seller.organizationId!,
      opensAt,
      closesAt: opensAt + HOUR,
    };
    const offered = { ref: REF, achievementId: newId(), sellerId: seller.organizationId! };
    await spec.say(
      'bidding',
      { type: 'LotOffered', subjectId: id, data: offered },
      { type: 'LotScheduled', subjectId: id, data: scheduled },
    );
    const registrations: BidderRegistered[] = bidders.map(({ organizationId }) => ({
      registrationId: newId(),
      lotRef: REF,
      organizationId: organizationId!,
      depositAmount: '20000',
      currency: 'CNY',
    }));
    await spec.say(
      'bidding',
      ...registrations.map((data) => ({ type: 'BidderRegistered', subjectId: id, data })),
    );
    return { id, seller, bidders, registrations, opensAt };
  }

  const sale = (seller: Viewer, buyer: Viewer): LotSold => ({
    ref: REF,
    titleZh: '叶片防冰涂层',
    titleEn: 'Ice coating',
    fieldCode: null,
    achievementId: newId(),
    sellerId: seller.organizationId!,
    buyerId: buyer.organizationId!,
    finalPrice: '1050000',
    currency: 'CNY',
    closedAt: Date.now(),
    isDemonstration: false,
  });

  const outbid = (lotId: string, { organizationId }: Viewer, price: string) =>
    spec.say('bidding', {
      type: 'BidderOutbid',
      subjectId: lotId,
      data: { ref: REF, organizationId: organizationId!, price, currency: 'CNY' },
    });

  it('tells a bidder of the whole way from the deposit to the deal, with amount, number, due day and reason', async () => {
    const { id, seller, bidders, registrations, opensAt } = await lot();
    const [winner, loser] = bidders;
    const [requested] = await spec.inbox(winner);
    expect(requested).toMatchObject({
      kind: 'DEPOSIT_REQUESTED',
      ref: REF,
      amount: { amount: '20000' },
      dueAt: new Date(opensAt).toISOString(),
      path: '/e/deposits',
      title: { zh: '叶片防冰涂层', en: 'Ice coating' },
      why: { en: expect.stringContaining('registered to bid') },
      isRead: false,
      isMandatory: true,
    });
    expect(requested!.what.en).toContain('CNY 200.00');
    const deposit: DepositHeld = {
      registrationId: registrations[0]!.registrationId,
      lotId: id,
      organizationId: winner.organizationId!,
      amount: '20000',
      currency: 'CNY',
    };
    const { registrationId, organizationId } = deposit;
    await spec.say('settlement', { type: 'DepositHeld', subjectId: newId(), data: deposit });
    await spec.say('bidding', {
      type: 'BidderQualified',
      subjectId: id,
      data: { ref: REF, registrationId, organizationId },
    });
    await spec.say('bidding', {
      type: 'LotPaused',
      subjectId: id,
      data: { ref: REF },
      reason: 'A power cut',
    });
    await spec.say('bidding', { type: 'LotResumed', subjectId: id, data: { ref: REF } });
    await spec.say('bidding', { type: 'LotSold', subjectId: id, data: sale(seller, winner) });
    const dealId = newId();
    const deal = { ref: 'T2026-000001', lotId: id, price: '1050000', currency: 'CNY' };
    await spec.say('settlement', { type: 'DealOpened', subjectId: dealId, data: deal });
    await spec.say('settlement', { type: 'DepositApplied', subjectId: newId(), data: deposit });
    await spec.say('settlement', {
      type: 'DepositReleased',
      subjectId: newId(),
      data: { ...deposit, organizationId: loser.organizationId! },
    });
    await spec.say('settlement', { type: 'DealPaid', subjectId: dealId, data: { ref: deal.ref } });

    const shared = ['LOT_PAUSED', 'LOT_RESUMED'];
    expect(await spec.kinds(winner)).toEqual(
      [
        ...shared,
        'BIDDER_QUALIFIED',
        'DEAL_OPENED',
        'DEAL_PAID',
        'DEPOSIT_APPLIED',
        'DEPOSIT_RECEIVED',
        'DEPOSIT_REQUESTED',
        'LOT_WON',
      ].sort(),
    );
    expect(await spec.kinds(loser)).toEqual(
      [...shared, 'DEPOSIT_RELEASED', 'DEPOSIT_REQUESTED', 'LOT_NOT_WON'].sort(),
    );
    expect(await spec.kinds(seller)).toEqual(
      [...shared, 'DEAL_OPENED', 'DEAL_PAID', 'LOT_SCHEDULED', 'LOT_SOLD'].sort(),
    );
    const paused = (await spec.inbox(loser)).find(({ kind }) => kind === 'LOT_PAUSED')!;
    expect(paused.what.en).toContain('A power cut');
    const forSeller = (await spec.inbox(seller)).find(({ kind }) => kind === 'DEAL_OPENED')!;
    expect(forSeller).toMatchObject({ toDo: null, why: { en: expect.stringContaining('seller') } });
  });

  it('shows nobody what others were told', async () => {
    const { seller, bidders } = await lot();
    const [one, two] = bidders;
    const [told] = await spec.inbox(one);
    for (const viewer of [
      two,
      member('BUYER'),
      { ...one, roles: ['INVENTOR'] },
      { ...one, organizationId: null, roles: [] },
      member('OPERATOR'),
    ]) {
      expect((await spec.inbox(viewer)).map(({ id }) => id)).not.toContain(told!.id);
      await ask(viewer, 'mutation ($ids: [ID!]!) { markRead(ids: $ids) }', { ids: [told!.id, newId(), 'x'] });
    }
    expect((await spec.inbox(one)).find(({ id }) => id === told!.id)).toMatchObject({ isRead: false });
    // a colleague in the same role is told the same, and reads it for himself
    const colleague = member('BUYER', { organizationId: one.organizationId! });
    await ask(colleague, 'mutation { markAllRead }');
    expect((await spec.inbox(colleague)).every(({ isRead }) => isRead)).toBe(true);
    expect((await ask(one, '{ unreadNotifications }')).unreadNotifications).toBe(1);
    // neither the other bidder nor the seller is named in what a bidder reads
    const all = JSON.stringify(await spec.inbox(one));
    for (const other of [two, seller])
      for (const id of [other.organizationId!, other.personId!]) expect(all).not.toContain(id);
    for (const document of [
      '{ unreadNotifications }',
      '{ notifications { totalCount } }',
      'mutation { markAllRead }',
    ])
      for (const viewer of [anonymous(), systemViewer])
        await expect(ask(viewer, document)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('pages unread first without skipping or repeating, filters, and refuses foreign cursors', async () => {
    const { id, bidders } = await lot();
    const [buyer] = bidders;
    for (const reason of ['1', '2', '3'])
      await spec.say('bidding', { type: 'LotPaused', subjectId: id, data: { ref: REF }, reason });
    const [newest] = await spec.inbox(buyer);
    await ask(buyer, 'mutation ($ids: [ID!]!) { markRead(ids: $ids) }', { ids: [newest!.id] });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: any = await spec.page(buyer, { first: 2, after });
      expect(page.totalCount).toBe(4);
      seen.push(...page.nodes.map((node: { id: string }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(4);
    expect(seen.at(-1)).toBe(newest!.id);
    expect(await spec.inbox(buyer, { unreadOnly: true })).toHaveLength(3);
    expect(await spec.inbox(buyer, { topic: 'MONEY' })).toEqual([]);
    const forged = Buffer.from(JSON.stringify([2, 'x', 'y'])).toString('base64url');
    await expect(spec.page(buyer, { after: forged })).rejects.toMatchObject({ code: 'CURSOR' });
  });

  it('tells being outbid once a lot, anew each time, and mails it at most once in ten minutes', async () => {
    const { id, bidders } = await lot();
    const [buyer] = bidders;
    await write();
    const before = (await spec.letters(buyer.personId!)).length;
    await outbid(id, buyer, '110000');
    const start = new Date();
    await write(start);
    await ask(buyer, 'mutation { markAllRead }');
    await outbid(id, buyer, '120000');
    await outbid(id, buyer, '130000');
    const told = (await spec.inbox(buyer)).filter(({ kind }) => kind === 'OUTBID');
    expect(told).toMatchObject([{ isRead: false, amount: { amount: '130000' }, path: `/lots/${REF}/live` }]);
    await write(new Date(start.getTime() + 9 * MINUTE));
    const letters = async () =>
      (await spec.letters(buyer.personId!)).slice(before).map(({ data }) => JSON.stringify(data['parts']));
    expect(await letters()).toEqual([expect.stringContaining('1,100.00')]);
    await write(new Date(start.getTime() + 11 * MINUTE));
    expect(await letters()).toEqual([expect.anything(), expect.stringContaining('1,300.00')]);
    await write(new Date(start.getTime() + 60 * MINUTE));
    expect(await letters()).toHaveLength(2);
  });

  it('sends nobody to bid where bidding is over', async () => {
    const { id, seller, bidders } = await lot();
    const [winner, loser] = bidders;
    await write();
    await outbid(id, loser, '110000');
    await spec.say('bidding', { type: 'LotSold', subjectId: id, data: sale(seller, winner) });
    // the first writing may have come before the end; a later one must not
    await write();
    const kinds = (await spec.letters(loser.personId!)).map(({ data }) => data['kind']);
    expect(kinds.filter((kind) => kind === 'OUTBID').length).toBeLessThanOrEqual(1);
    expect(kinds).toContain('LOT_NOT_WON');
  });

  it('rebuilds every inbox from zero as it was, read where it was read, and mails nothing twice', async () => {
    const { id, bidders } = await lot();
    const [buyer] = bidders;
    await outbid(id, buyer, '150000');
    const [first] = await spec.inbox(buyer);
    await ask(buyer, 'mutation ($ids: [ID!]!) { markRead(ids: $ids) }', { ids: [first!.id] });
    const later = new Date(Date.now() + 48 * HOUR);
    await write(later);
    const inbox = await spec.inbox(buyer);
    const letters = await spec.letters();
    const people = await spec.db.query('SELECT * FROM membership ORDER BY person_id, role');
    await spec.exchange.get(RebuildNotifications).run();
    await spec.caughtUp();
    await write(later);
    expect(await spec.inbox(buyer)).toEqual(inbox);
    expect(inbox.some(({ isRead }) => isRead)).toBe(true);
    expect(await spec.letters()).toEqual(letters);
    expect(await spec.db.query('SELECT * FROM membership ORDER BY person_id, role')).toEqual(people);
    expect(await verifyJournal(spec.db)).toMatchObject({ brokenAt: null });
  });

  it('mails nothing of what happened before it began to mail', async () => {
    const { bidders } = await lot();
    await write();
    await spec.db.query('UPDATE mailing_start SET at = now() + $1::interval', ['1 hour']);
    await spec.db.query('DELETE FROM dispatch');
    await spec.db.query('DELETE FROM letter');
    const before = await spec.letters();
    await spec.exchange.get(RebuildNotifications).run();
    await write();
    expect(await spec.letters()).toEqual(before);
    expect((await spec.inbox(bidders[0])).length).toBe(1);
    await spec.db.query(`UPDATE mailing_start SET at = now() - interval '1 hour'`);
  });

  it('reminds of an opening a day and a quarter of an hour before, of the new time when it moves, and once', async () => {
    const remind = spec.exchange.get(RemindOfOpening);
    const { id, bidders, seller, opensAt } = await lot();
    const at = (minutes: number) => new Date(opensAt - minutes * MINUTE);
    await remind.run(id, 1_440, at(1_441));
    expect(await spec.kinds(bidders[0])).toEqual(['DEPOSIT_REQUESTED']);
    await remind.run(id, 1_440, at(1_440));
    await remind.run(id, 1_440, at(1_439));
    await spec.caughtUp();
    expect(await spec.kinds(bidders[0])).toEqual(['DEPOSIT_REQUESTED', 'LOT_OPENS_IN_A_DAY']);
    const moved = opensAt + 2 * HOUR;
    const data = { ref: REF, opensAt: moved, closesAt: moved + HOUR };
    await spec.say('bidding', { type: 'LotPostponed', subjectId: id, data });
    await remind.run(id, 15, at(15));
    await spec.caughtUp();
    expect(await spec.kinds(bidders[0])).not.toContain('LOT_OPENS_SOON');
    await remind.run(id, 15, new Date(moved - 15 * MINUTE));
    await spec.caughtUp();
    expect(await spec.kinds(seller)).toEqual([
      'LOT_OPENS_IN_A_DAY',
      'LOT_OPENS_SOON',
      'LOT_POSTPONED',
      'LOT_SCHEDULED',
    ]);
  });

  it('tells the applicant how the admission was decided, and the starter how the import ended', async () => {
    const [personId, organizationId] = [newId(), newId()];
    const person: Viewer = { ...member('X', { personId }), organizationId: null, roles: [] };
    const operator = member('OPERATOR');
    const data = { ref: 'O2026-000009', kind: 'ENTERPRISE', regionCode: null, role: 'BUYER' };
    await spec.say('identity', { type: 'AdmissionApplied', subjectId: organizationId, data, by: person });
    expect(await spec.kinds(operator)).toContain('ADMISSION_WAITING');
    await spec.say('identity', {
      type: 'OrganizationRefused',
      subjectId: organizationId,
      data,
      by: operator,
      reason: 'The name differs',
    });
    const importJobId = newId();
    await spec.say('achievements', {
      type: 'AchievementsImported',
      subjectId: importJobId,
      data: { importJobId, created: 12, updated: 3, refused: 1 },
      by: person,
    });
    await spec.say('achievements', {
      type: 'ImportFailed',
      subjectId: importJobId,
      data: { importJobId, failure: 'X' },
      by: person,
    });
    expect(await spec.kinds(person)).toEqual(['IMPORT_FAILED', 'IMPORT_FINISHED', 'ORGANIZATION_REFUSED']);
    const all = JSON.stringify(await spec.inbox(person));
    expect(all).toContain('The name differs');
    expect(all).toContain('12 created, 3 updated, 1 refused');
  });

  it('counts what became public in one act', async () => {
    const officer = member('OFFICER');
    const published = (ref: string, isDemonstration = false) => ({
      type: 'AchievementPublished',
      subjectId: newId(),
      data: { ref, organizationId: officer.organizationId!, titleZh: null, titleEn: ref, isDemonstration },
    });
    await spec.say(
      'achievements',
      published('A2026-000001'),
      published('A2026-000002'),
      published('A2026-000003'),
    );
    await spec.say('achievements', published('A2026-000004', true));
    expect((await spec.inbox(officer)).map(({ what }) => what.en)).toEqual(['Achievements made public: 3.']);
  });

  it('gathers matches in one letter a morning, in the chosen language, and stops when asked to', async () => {
    const poster = member('BUYER');
    await join(poster);
    const found = async (n: number) => {
      const id = newId();
      const data = { ref: `D2026-00000${n}`, titleZh: null, titleEn: 'Blades without ice' };
      await spec.say('demands', { type: 'DemandPosted', subjectId: id, data, by: poster });
      await spec.say('matching', { type: 'MatchesFound', subjectId: id, data: { found: n } });
    };
    const settings = (input: object) =>
      ask(
        poster,
        `mutation ($input: NotificationSettingsInput!) { setNotificationSettings(input: $input) {
           ... on NotificationSettings { mailLanguage kinds { kind byMail mail } } ... on Refusal { code field } } }`,
        { input },
      );
    await settings({ mailLanguage: 'EN', offByMail: [] });
    await found(1);
    await found(2);
    await write();
    expect(await spec.letters(poster.personId!)).toEqual([]);
    await write(new Date(Date.now() + 24 * HOUR));
    const [digest, ...others] = await spec.letters(poster.personId!);
    expect(others).toEqual([]);
    expect(digest!.data).toMatchObject({
      kind: 'MATCHES_FOUND',
      isMandatory: false,
      subject: 'Digest of notifications (2)',
      parts: [{ language: 'en' }, { language: 'en' }],
    });
    const off = await settings({ mailLanguage: 'EN', offByMail: ['MATCHES_FOUND'] });
    expect(
      off.setNotificationSettings.kinds.find(({ kind }: { kind: string }) => kind === 'MATCHES_FOUND'),
    ).toEqual({ kind: 'MATCHES_FOUND', mail: 'DIGEST', byMail: false });
    expect((await settings({ offByMail: ['LOT_WON'] })).setNotificationSettings).toEqual({
      code: 'MAIL_IS_MANDATORY',
      field: 'offByMail',
    });
    const asInventor = { ...poster, roles: ['INVENTOR'] };
    await ask(asInventor, 'mutation { setNotificationSettings(input: { offByMail: [] }) { __typename } }');
    await found(3);
    await write(new Date(Date.now() + 48 * HOUR));
    expect(await spec.letters(poster.personId!)).toHaveLength(1);
    expect((await spec.inbox(poster)).length).toBe(3);
  });

  it('tells operators of parked facts, of a ledger and a journal that do not hold, and of mails that failed', async () => {
    const operator = member('OPERATOR');
    const subjectId = newId();
    const parkedFact = { subscription: 'x.y', source: 'demands', position: 4 };
    await spec.say('demands', { type: 'FactParked', subjectId, data: parkedFact });
    await spec.say('settlement', { type: 'LedgerCheckFailed', subjectId, data: { journals: 3 } });
    for (const isMandatory of [true, false])
      await spec.say('identity', { type: 'MailFailed', subjectId, data: { kind: 'LOT_WON', isMandatory } });
    await spec.exchange.get(WatchJournals).run();
    expect((await spec.kinds(operator)).filter((kind) => kind !== 'ADMISSION_WAITING')).toEqual([
      'FACT_PARKED',
      'LEDGER_CHECK_FAILED',
      'MAIL_FAILED',
    ]);
    await spec.tamper('demands');
    await spec.exchange.get(WatchJournals).run();
    await spec.exchange.get(WatchJournals).run();
    await spec.caughtUp();
    const broken = (await spec.inbox(operator)).filter(({ kind }) => kind === 'JOURNAL_CHECK_FAILED');
    expect(broken).toMatchObject([{ what: { en: expect.stringContaining('demands') } }]);
  });
});
