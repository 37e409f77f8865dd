/** Journal `identity`. Subject: the organization. */
export type OrganizationAdmitted = { ref: string; kind: string; regionCode: string | null };
