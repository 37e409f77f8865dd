import { m } from '../messages/generated/messages';

/** GB/T 2260, by the first two digits (province) or four (city). */
const NAMES: Record<string, () => string> = {
  '11': m.region_11,
  '12': m.region_12,
  '13': m.region_13,
  '14': m.region_14,
  '15': m.region_15,
  '21': m.region_21,
  '22': m.region_22,
  '23': m.region_23,
  '31': m.region_31,
  '32': m.region_32,
  '33': m.region_33,
  '34': m.region_34,
  '35': m.region_35,
  '36': m.region_36,
  '37': m.region_37,
  '41': m.region_41,
  '42': m.region_42,
  '43': m.region_43,
  '44': m.region_44,
  '45': m.region_45,
  '46': m.region_46,
  '50': m.region_50,
  '51': m.region_51,
  '52': m.region_52,
  '53': m.region_53,
  '54': m.region_54,
  '61': m.region_61,
  '62': m.region_62,
  '63': m.region_63,
  '64': m.region_64,
  '65': m.region_65,
  '71': m.region_71,
  '81': m.region_81,
  '82': m.region_82,
  '4401': m.region_4401,
  '4403': m.region_4403,
  '4404': m.region_4404,
  '4406': m.region_4406,
  '4413': m.region_4413,
  '4419': m.region_4419,
  '4420': m.region_4420,
  '4407': m.region_4407,
  '4412': m.region_4412,
  '4402': m.region_4402,
  '4405': m.region_4405,
  '4408': m.region_4408,
  '4409': m.region_4409,
  '4414': m.region_4414,
  '4415': m.region_4415,
  '4416': m.region_4416,
  '4417': m.region_4417,
  '4418': m.region_4418,
  '4451': m.region_4451,
  '4452': m.region_4452,
  '4453': m.region_4453,
};

/** The name of a region code: the city, else the province with the code that is more exact, else the code. */
export function regionName(code: string | null | undefined): string | null {
  if (!code) return null;
  const exact = NAMES[code.slice(0, 4)] ?? (/^\d{2}0*$/.test(code) ? NAMES[code.slice(0, 2)] : undefined);
  if (exact) return exact();
  const province = NAMES[code.slice(0, 2)];
  return province ? `${province()} ${code}` : code;
}

/** Regions a form offers. */
export const regionChoices = () =>
  Object.entries(NAMES).map(([code, name]) => ({ value: code.padEnd(6, '0'), label: name() }));
