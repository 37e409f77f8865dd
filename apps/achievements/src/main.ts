import 'reflect-metadata';
import { AchievementsModule } from '@stx/achievements';
import { EdgeModule } from '@stx/installation';
import { hostDomain } from '@stx/platform';

await hostDomain('achievements', [EdgeModule, AchievementsModule]);
