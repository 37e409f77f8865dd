import { Module } from '@nestjs/common';
import { DomainDatabaseModule, subgraphModule } from '@stx/platform';
import { CloseDemand } from './demand/close-demand.js';
import { DemandEntity } from './demand/demand.entity.js';
import { DemandsResolver } from './demand/demands.resolver.js';
import { Demands } from './demand/demands.service.js';
import { PostDemand } from './demand/post-demand.js';
import { ImportDemands } from './import/import-demands.js';
import { WriteDemands } from './import/write-demands.js';

@Module({
  imports: [
    DomainDatabaseModule.for('demands', [DemandEntity]),
    subgraphModule('demands', () => DemandsModule, new URL('./demands.graphql', import.meta.url)),
  ],
  providers: [Demands, PostDemand, CloseDemand, WriteDemands, ImportDemands, DemandsResolver],
  exports: [PostDemand, ImportDemands],
})
export class DemandsModule {}
