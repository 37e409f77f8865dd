import 'reflect-metadata';
import { hostDomain } from '@stx/platform';
import { IdentityModule } from '@stx/identity';

await hostDomain('identity', [IdentityModule]);
