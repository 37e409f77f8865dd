import { requireRole, type Viewer } from '@stx/platform';

/** Operators, and the command line of this machine. @throws Refused SIGN_IN_REQUIRED, NOT_ALLOWED */
export function requireOperations(viewer: Viewer): void {
  if (!viewer.isSystem) requireRole(viewer, 'OPERATOR');
}
