import { DEMO_PASSWORD } from '@stx/gateway';
import { ApiClient } from './api-client.js';
import { cast } from './demo-people.js';

const id = () => crypto.randomUUID();
const OFFER = `mutation ($input: OfferLotInput!) { offerLot(input: $input) { ... on Lot { id ref } ... on Refusal { message } } }`;
const SCHEDULE = `mutation ($input: ScheduleLotInput!) { scheduleLot(input: $input) { ... on Lot { id } ... on Refusal { message } } }`;
const WITHDRAW = `mutation ($input: LotActionInput!) { withdrawLot(input: $input) { ... on Lot { state } ... on Refusal { message } } }`;

/** The public number of a lot that was announced and withdrawn: the shortest way to a finished record. */
export async function withdrawnLot(url: string): Promise<string> {
  const officer = await new ApiClient(url).signIn(cast.officer, DEMO_PASSWORD);
  const broker = await new ApiClient(url).signIn(cast.broker, DEMO_PASSWORD);
  const mine = await officer.ask('{ myAchievements(state: PUBLISHED, first: 1) { nodes { id } } }');
  const { offerLot: lot } = await officer.ask(OFFER, {
    input: {
      requestId: id(),
      achievementId: mine.myAchievements.nodes[0].id,
      titleZh: '示范标的',
      titleEn: 'Demonstration lot',
      startPriceAmount: '10000000',
      bidStepAmount: '1000000',
      depositAmount: '2000000',
    },
  });
  const opensAt = new Date(Date.now() + 3_600_000);
  const closesAt = new Date(opensAt.getTime() + 3_600_000);
  const terms = { extensionWindowSeconds: 4, extensionSeconds: 4, hammerByHand: false };
  await broker.ask(SCHEDULE, { input: { requestId: id(), lotId: lot.id, opensAt, closesAt, ...terms } });
  const withdrawn = await broker.ask(WITHDRAW, {
    input: { requestId: id(), lotId: lot.id, reason: 'Withdrawn by the seller' },
  });
  if (withdrawn.withdrawLot.state !== 'WITHDRAWN') throw new Error(JSON.stringify(withdrawn));
  return lot.ref;
}
