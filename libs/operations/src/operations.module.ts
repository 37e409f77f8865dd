import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { DeadLetters } from './dead-letter/dead-letters.service.js';
import { ReplayDeadLetter } from './dead-letter/replay-dead-letter.js';
import { OperationsResolver } from './operations.resolver.js';
import { Routes } from './subscriber/routes.js';
import { Subscribers } from './subscriber/subscribers.service.js';

@Module({
  imports: [
    DomainDatabaseModule.for('operations', []),
    subgraphModule('operations', () => OperationsModule, new URL('./operations.graphql', import.meta.url)),
  ],
  providers: [Routes, Subscribers, DeadLetters, ReplayDeadLetter, OperationsResolver],
  exports: [DeadLetters, ReplayDeadLetter, Subscribers],
})
export class OperationsModule {}
