import 'reflect-metadata';
import { hostDomain } from '@stx/platform';
import { NotificationsModule } from '@stx/notifications';

await hostDomain('notifications', [NotificationsModule]);
