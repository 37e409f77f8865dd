import type { DomainSchema } from '@stx/platform';
import { accountTables } from './001-accounts.js';
import { organizationTables } from './002-organizations.js';
import { mailTable } from './003-mail.js';
import { mailDelivery } from './004-mail-delivery.js';
import { passkeyTable } from './005-passkeys.js';

export const identitySchema: DomainSchema = {
  domain: 'identity',
  migrations: [accountTables, organizationTables, mailTable, mailDelivery, passkeyTable],
};
