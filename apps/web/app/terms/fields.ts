import { m } from '../messages/generated/messages';

/** Technology fields, as records carry their codes. */
const NAMES: Record<string, () => string> = {
  NEXT_GEN_IT: m.field_electronics,
  ADVANCED_MANUFACTURING: m.field_manufacturing,
  NEW_MATERIALS: m.field_materials,
  NEW_ENERGY: m.field_energy,
  BIOMEDICINE: m.field_biomedicine,
  ENVIRONMENT: m.field_environment,
  AGRICULTURE: m.field_agriculture,
  MARINE: m.field_marine,
  AEROSPACE: m.field_aerospace,
  TRANSPORT: m.field_transport,
};

export const fieldName = (code: string | null | undefined): string | null =>
  code ? (NAMES[code]?.() ?? code) : null;

export const fieldChoices = () => Object.entries(NAMES).map(([value, name]) => ({ value, label: name() }));
