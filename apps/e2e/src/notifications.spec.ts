import { DEMO_PASSWORD } from '@stx/gateway';
import { ApiClient, until } from './api-client.js';
import { cast } from './demo-people.js';
import { ExchangeProcess } from './exchange-process.js';
import { startMailSink } from '@stx/testing';

const id = () => crypto.randomUUID();
const INBOX = `{ notifications(first: 100) { nodes { id kind ref path isRead isMandatory amount { amount }
  what { en } why { en } } } unreadNotifications }`;
const act = (name: string, type: string, fields: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fields} ... on Refusal { code message } } }`;

describe.each([['in one process', 'main.js'] as const, ['split into services', 'split.js'] as const])(
  'people are told, %s',
  (_, entry) => {
    let sink: Awaited<ReturnType<typeof startMailSink>>;
    let exchange: ExchangeProcess;
    const as = (email: string) => new ApiClient(exchange.url).signIn(email, DEMO_PASSWORD);
    beforeAll(async () => {
      sink = await startMailSink();
      exchange = new ExchangeProcess({ STX_DEMO: 'on', STX_SMTP_URL: sink.url }, entry);
      await exchange.start();
    }, 120_000);
    afterAll(async () => {
      await exchange.stop();
      await sink.stop();
    }, 60_000);

    const about = async (person: ApiClient, ref: string) =>
      (await person.ask(INBOX)).notifications.nodes.filter((node: any) => node.ref === ref);
    const kinds = (nodes: { kind: string }[]) => nodes.map(({ kind }) => kind).sort();
    const has = (kind: string) => (nodes: { kind: string }[]) => nodes.some((node) => node.kind === kind);

    it('of the way of a lot, each its own part, and by mail', async () => {
      const [officer, broker, operator] = await Promise.all(
        [cast.officer, cast.broker, cast.operator].map((email) => as(email)),
      );
      const [bidder, outsider] = await Promise.all(cast.buyers.slice(0, 2).map((email) => as(email)));
      const mine = await officer!.ask('{ myAchievements(state: PUBLISHED, first: 1) { nodes { id } } }');
      const { offerLot: lot } = await officer!.ask(
        act('offerLot', 'OfferLotInput', '... on Lot { id ref }'),
        {
          input: {
            requestId: id(),
            achievementId: mine.myAchievements.nodes[0].id,
            startPriceAmount: '10000000',
            bidStepAmount: '1000000',
            reservePriceAmount: '98765400',
            depositAmount: '2000000',
          },
        },
      );
      const opensAt = Date.now() + 7_200_000;
      await broker!.ask(act('scheduleLot', 'ScheduleLotInput', '... on Lot { id }'), {
        input: {
          requestId: id(),
          lotId: lot.id,
          opensAt: new Date(opensAt),
          closesAt: new Date(opensAt + 3_600_000),
          extensionWindowSeconds: 0,
          extensionSeconds: 0,
          hammerByHand: false,
        },
      });
      await bidder!.ask(act('registerToBid', 'RegisterToBidInput', '... on BidderRegistration { id }'), {
        input: { requestId: id(), lotId: lot.id, acceptsTerms: true },
      });
      const queue = await until(
        () => operator!.ask('{ depositQueue(first: 100) { nodes { id amount { amount } lot { id } } } }'),
        (data) => data.depositQueue.nodes.some((row: any) => row.lot.id === lot.id),
      );
      const deposit = queue.depositQueue.nodes.find((row: any) => row.lot.id === lot.id);
      const { amount } = deposit.amount;
      await operator!.ask(act('confirmDeposit', 'ConfirmDepositInput', '... on Deposit { id }'), {
        input: { requestId: id(), depositId: deposit.id, amount, bankReference: id() },
      });
      await until(() => about(bidder!, lot.ref), has('BIDDER_QUALIFIED'));
      await broker!.ask(act('withdrawLot', 'LotActionInput', '... on Lot { id }'), {
        input: { requestId: id(), lotId: lot.id, reason: 'The seller found a defect' },
      });
      const told = await until(
        () => about(bidder!, lot.ref),
        (nodes) =>
          has('LOT_WITHDRAWN')(nodes) && has('DEPOSIT_RELEASED')(nodes) && has('DEPOSIT_RECEIVED')(nodes),
      );
      expect(kinds(told)).toEqual([
        'BIDDER_QUALIFIED',
        'DEPOSIT_RECEIVED',
        'DEPOSIT_RELEASED',
        'DEPOSIT_REQUESTED',
        'LOT_WITHDRAWN',
      ]);
      expect(told.find(({ kind }: { kind: string }) => kind === 'LOT_WITHDRAWN').what.en).toContain(
        'The seller found a defect',
      );
      expect(kinds(await about(officer!, lot.ref))).toEqual(['LOT_SCHEDULED', 'LOT_WITHDRAWN']);
      expect(await about(outsider!, lot.ref)).toEqual([]);
      expect(await about(operator!, lot.ref)).toEqual([]);

      const { unreadNotifications: before } = await bidder!.ask(INBOX);
      const [{ id: first }] = told;
      const { markRead: after } = await bidder!.ask('mutation ($ids: [ID!]!) { markRead(ids: $ids) }', {
        ids: [first],
      });
      expect(after).toBe(before - 1);

      const mailed = await until(
        async () => sink.mails.filter((mail) => mail.includes(lot.ref)),
        (mails) => mails.filter((mail) => mail.includes(`To: ${cast.buyers[0]}`)).length === 5,
      );
      // nothing hidden: not the reserve, in no mail and in no inbox
      for (const text of [...mailed, JSON.stringify(told)]) expect(text).not.toMatch(/98765400|987,654/);
    }, 90_000);

    it('until they ask a mail to stop, with one POST and without signing in', async () => {
      const officer = await as(cast.officer);
      const scheduled = await until(
        async () =>
          sink.mails.find((mail) => /List-Unsubscribe:/.test(mail) && mail.includes(`To: ${cast.officer}`)),
        (mail) => mail !== undefined,
      );
      const link = new URL(/List-Unsubscribe:\s+<([^>]+)>/.exec(scheduled!)![1]!);
      const post = (address: string) =>
        fetch(exchange.url + address, {
          method: 'POST',
          body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
        });
      const settings = async () =>
        (await officer.ask('{ notificationSettings { kinds { kind byMail mail } } }')).notificationSettings
          .kinds;
      const isMailed = async (kind: string) =>
        (await settings()).find((row: { kind: string }) => row.kind === kind).byMail;
      expect(await isMailed('LOT_SCHEDULED')).toBe(true);
      expect((await post('/unsubscribe?token=forged.token')).status).toBe(400);
      expect((await post(link.pathname + link.search)).status).toBe(200);
      expect(await isMailed('LOT_SCHEDULED')).toBe(false);
      expect(await isMailed('IMPORT_FINISHED')).toBe(true);
    }, 60_000);
  },
);
