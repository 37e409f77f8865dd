export type Language = 'zh-CN' | 'en';

/** Who asks. Made by the gateway, handed to every service method, never read from a global. */
export interface Viewer {
  /** Null for an anonymous visitor and for the exchange itself. */
  personId: string | null;
  /** The organization the person acts for now. */
  organizationId: string | null;
  /** Roles in that organization. */
  roles: readonly string[];
  language: Language;
  /** True for jobs and timers of the exchange. */
  isSystem: boolean;
}

export const anonymous = (language: Language = 'zh-CN'): Viewer => ({
  personId: null,
  organizationId: null,
  roles: [],
  language,
  isSystem: false,
});

/** The exchange acting by itself: a timer, a subscriber, a command line on this machine. */
export const systemViewer: Viewer = Object.freeze({ ...anonymous(), isSystem: true });

export const hasRole = (viewer: Viewer, ...roles: string[]): boolean =>
  viewer.personId !== null && viewer.roles.some((role) => roles.includes(role));
