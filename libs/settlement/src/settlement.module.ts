import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { BankReceipts } from './bank/bank-receipts.js';
import { ConfirmPayment } from './deal/confirm-payment.js';
import { DealEntity } from './deal/deal.entity.js';
import { DealsResolver } from './deal/deals.resolver.js';
import { Deals } from './deal/deals.service.js';
import { OpenDealWhenLotIsSold } from './deal/open-deal-when-lot-is-sold.js';
import { PaySeller } from './deal/pay-seller.js';
import { SeedDeals } from './deal/seed-deals.js';
import { ConfirmDeposit } from './deposit/confirm-deposit.js';
import { DepositEntity } from './deposit/deposit.entity.js';
import { DepositsResolver } from './deposit/deposits.resolver.js';
import { Deposits } from './deposit/deposits.service.js';
import { EndDeposit } from './deposit/end-deposit.js';
import { RequestDepositWhenBidderRegisters } from './deposit/request-deposit-when-bidder-registers.js';
import { LedgerCheck } from './ledger/ledger-check.js';
import { LedgerResolver } from './ledger/ledger.resolver.js';
import { Ledger } from './ledger/ledger.js';
import { WatchLedger } from './ledger/watch-ledger.js';
import { FollowBidding } from './lot/follow-bidding.js';
import { LotEnds } from './lot/lot-ends.js';
import { NoteRegionWhenOrganizationIsAdmitted } from './party/note-region-when-organization-is-admitted.js';
import { ReleaseDepositsWhenLotEndsWithoutSale } from './lot/release-deposits-when-lot-ends-without-sale.js';

@Module({
  imports: [
    DomainDatabaseModule.for('settlement', [DealEntity, DepositEntity]),
    subgraphModule('settlement', () => SettlementModule, new URL('./settlement.graphql', import.meta.url)),
  ],
  providers: [
    ...[Ledger, LedgerCheck, LedgerResolver, WatchLedger, BankReceipts],
    ...[Deposits, DepositsResolver, ConfirmDeposit, EndDeposit, RequestDepositWhenBidderRegisters],
    ...[Deals, DealsResolver, ConfirmPayment, PaySeller, OpenDealWhenLotIsSold, SeedDeals],
    NoteRegionWhenOrganizationIsAdmitted,
    ...[FollowBidding, LotEnds, ReleaseDepositsWhenLotEndsWithoutSale],
  ],
  exports: [LedgerCheck, SeedDeals],
})
export class SettlementModule {}
