import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { BidsResolver } from './bid/bids.resolver.js';
import { CommitBatch } from './bid/commit-batch.js';
import { LotClock } from './bid/lot-clock.js';
import { LotDesk } from './bid/lot-desk.js';
import { LotFacts } from './bid/lot-facts.js';
import { LotStates } from './bid/lot-states.js';
import { PlaceBid } from './bid/place-bid.js';
import { Pulse } from './bid/pulse.js';
import { TellOutbidBidders } from './bid/tell-outbid-bidders.js';
import { ChronicleResolver } from './chronicle/chronicle.resolver.js';
import { ExportChronicle } from './chronicle/export-chronicle.js';
import { SignHead } from './chronicle/sign-head.js';
import { LiveLots } from './live/live-lots.js';
import { LiveRooms } from './live/live-rooms.js';
import { LotEvents } from './lot/lot-events.js';
import { LotViews } from './lot/lot-views.js';
import { LotEntity } from './lot/lot.entity.js';
import { LotsResolver } from './lot/lots.resolver.js';
import { Lots } from './lot/lots.service.js';
import { NoteAchievementForSale } from './lot/note-achievement-for-sale.js';
import { OfferLot } from './lot/offer-lot.js';
import { RunLot } from './lot/run-lot.js';
import { ScheduleLot } from './lot/schedule-lot.js';
import { SeedLots } from './lot/seed-lots.js';
import { BidderRegistrationEntity } from './registration/bidder-registration.entity.js';
import { QualifyBidderWhenDepositIsHeld } from './registration/qualify-bidder-when-deposit-is-held.js';
import { RegisterToBid } from './registration/register-to-bid.js';

const rules = [CommitBatch, LotDesk, LotFacts, LotStates, LotClock, Pulse, SignHead];
const reading = [Lots, LotViews, LotEvents, ExportChronicle];
const acts = [OfferLot, ScheduleLot, RunLot, RegisterToBid, PlaceBid, SeedLots];
const live = [LiveLots, LiveRooms];
const causes = [NoteAchievementForSale, QualifyBidderWhenDepositIsHeld, TellOutbidBidders];

@Module({
  imports: [
    DomainDatabaseModule.for('bidding', [LotEntity, BidderRegistrationEntity]),
    subgraphModule('bidding', () => BiddingModule, new URL('./bidding.graphql', import.meta.url)),
  ],
  exports: [LotDesk, LiveRooms, ExportChronicle],
  providers: [
    ...rules,
    ...reading,
    ...acts,
    ...causes,
    ...live,
    LotsResolver,
    BidsResolver,
    ChronicleResolver,
  ],
})
export class BiddingModule {}
