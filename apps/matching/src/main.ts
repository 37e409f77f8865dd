import 'reflect-metadata';
import { SearchEngineModule } from '@stx/installation';
import { MatchingModule } from '@stx/matching';
import { hostDomain } from '@stx/platform';

await hostDomain('matching', [SearchEngineModule, MatchingModule]);
