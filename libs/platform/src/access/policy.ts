import { refuse } from '../refusal/platform-refusals.js';
import { hasRole, type Viewer } from './viewer.js';

/** A viewer known by name, acting for an organization. */
export interface Member extends Viewer {
  personId: string;
  organizationId: string;
}

/**
 * First line of a service method that only people with one of `roles` may call.
 * @throws Refused SIGN_IN_REQUIRED, NOT_ALLOWED
 */
export function requireRole(viewer: Viewer, ...roles: string[]): Member {
  if (viewer.personId === null) refuse('SIGN_IN_REQUIRED');
  if (viewer.organizationId === null || !hasRole(viewer, ...roles)) refuse('NOT_ALLOWED');
  return viewer as Member;
}

/** @throws Refused SIGN_IN_REQUIRED, NOT_ALLOWED (no organization chosen) */
export function requireMember(viewer: Viewer): Member {
  if (viewer.personId === null) refuse('SIGN_IN_REQUIRED');
  if (viewer.organizationId === null) refuse('NOT_ALLOWED');
  return viewer as Member;
}

/** Jobs, timers and the command line of this machine only. @throws Refused NOT_ALLOWED */
export function requireSystem(viewer: Viewer): void {
  if (!viewer.isSystem) refuse('NOT_ALLOWED');
}
