import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  isId,
  once,
  refuse as refusePlatform,
  requireMember,
  requiredText,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { refuse } from '../refusals.js';
import { DemandEntity } from './demand.entity.js';

/** The poster closes a demand with a reason; it stays readable, and leaves lists and matches. */
@Injectable()
export class CloseDemand {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  async run(
    viewer: Viewer,
    input: { requestId: string; demandId: string; reason: string },
  ): Promise<Reply | StoredRefusal> {
    const member = requireMember(viewer);
    return once(
      this.db,
      member,
      { operation: 'closeDemand', requestId: input.requestId, input },
      async () => {
        const reason = requiredText(input.reason, 'reason', 500);
        const demands = this.db.repository(DemandEntity);
        const demand = isId(input.demandId)
          ? await demands.findOneBy({ id: input.demandId, organizationId: member.organizationId })
          : null;
        if (!demand) return refusePlatform('NOT_FOUND', { field: 'demandId' });
        if (demand.state === 'CLOSED') refuse('DEMAND_CLOSED');
        await demands.update(demand.id, { state: 'CLOSED' });
        this.db.record({
          type: 'DemandClosed',
          subjectId: demand.id,
          data: { ref: demand.ref },
          by: viewer,
          reason,
        });
        return { id: demand.id };
      },
    );
  }
}
