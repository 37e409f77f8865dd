import type { DomainSchema } from '@stx/platform';
import { notificationTables } from './001-notifications.js';

export const notificationsSchema: DomainSchema = {
  domain: 'notifications',
  migrations: [notificationTables],
};
