/** Journal `identity`. Subject: the organization. */
export type OrganizationAdmitted = { ref: string; kind: string; regionCode: string | null };

/** Subject: the organization; the actor is the person who applies. */
export type AdmissionApplied = { ref: string; kind: string; regionCode: string | null; role: string };

/** Subject: the person. With a reason when a person gave the role, without when it came with an admission. */
export type MembershipGranted = { organizationId: string; role: string };
export type MembershipEnded = MembershipGranted;

/** Subject: the mail. It was not taken by the mail server, and nothing tries again by itself. */
export type MailFailed = { kind: string; isMandatory: boolean };
