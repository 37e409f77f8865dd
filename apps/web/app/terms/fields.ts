import { m } from '../messages/generated/messages';

/** Technology fields of the technology contract form. */
const NAMES: Record<string, () => string> = {
  ELECTRONICS: m.field_electronics,
  AEROSPACE: m.field_aerospace,
  MANUFACTURING: m.field_manufacturing,
  BIOMEDICINE: m.field_biomedicine,
  MATERIALS: m.field_materials,
  ENERGY: m.field_energy,
  ENVIRONMENT: m.field_environment,
  NUCLEAR: m.field_nuclear,
  AGRICULTURE: m.field_agriculture,
  TRANSPORT: m.field_transport,
  CITY: m.field_city,
};

export const fieldName = (code: string | null | undefined): string | null =>
  code ? (NAMES[code]?.() ?? code) : null;

export const fieldChoices = () => Object.entries(NAMES).map(([value, name]) => ({ value, label: name() }));
