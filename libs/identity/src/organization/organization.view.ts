import type { OrganizationEntity } from './organization.entity.js';

/** The GraphQL face of an organization. */
export function toOrganization(organization: OrganizationEntity) {
  const { id, ref, kind, nameZh, nameEn, creditCode, regionCode, descriptionZh, descriptionEn } =
    organization;
  return {
    __typename: 'Organization' as const,
    id,
    ref,
    kind,
    name: { zh: nameZh, en: nameEn },
    creditCode,
    regionCode,
    description: descriptionZh || descriptionEn ? { zh: descriptionZh, en: descriptionEn } : null,
    admission: organization.admission,
    isDemonstration: organization.isDemonstration,
  };
}
