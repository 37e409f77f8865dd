import { newId, type Viewer } from '@stx/platform';

/** A signed-in viewer with a role in an organization; ids are fresh unless given. */
export function member(role: string, ids: { personId?: string; organizationId?: string } = {}): Viewer {
  return {
    personId: ids.personId ?? newId(),
    organizationId: ids.organizationId ?? newId(),
    roles: [role],
    language: 'en',
    isSystem: false,
  };
}

/** A request id for one act. */
export const requestId = (): string => newId();
