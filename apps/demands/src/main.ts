import 'reflect-metadata';
import { hostDomain } from '@stx/platform';
import { DemandsModule } from '@stx/demands';

await hostDomain('demands', [DemandsModule]);
