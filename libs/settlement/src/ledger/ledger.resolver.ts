import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { Access, type RequestContext } from '@stx/platform';
import { LedgerCheck } from './ledger-check.js';

@Resolver()
export class LedgerResolver {
  constructor(@Inject(LedgerCheck) private readonly check: LedgerCheck) {}

  @Query('ledgerCheck')
  @Access({ roles: ['OPERATOR', 'SUPERVISOR'] })
  ledgerCheck(@Context() { viewer }: RequestContext) {
    return this.check.run(viewer);
  }
}
