import 'reflect-metadata';
import { hostDomain } from '@stx/platform';
import { SettlementModule } from '@stx/settlement';

await hostDomain('settlement', [SettlementModule]);
