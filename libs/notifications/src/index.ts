export { NotificationsModule } from './notifications.module.js';
export { notificationsSchema } from './migrations/index.js';
export { RebuildNotifications } from './cause/rebuild-notifications.js';
