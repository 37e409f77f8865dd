import type { IndexDefinition, SearchDocument } from '../port.js';

/** A small catalogue of made-up achievements in both languages. */
export const catalogueIndex = (name: string): IndexDefinition => ({
  name,
  facets: ['field', 'status', 'region'],
  numbers: ['price', 'trl'],
});

const DAY = 86_400_000;
export const FIRST_DAY = Date.UTC(2026, 0, 1);

type Row = [
  id: string,
  title: string,
  summary: string,
  field: string[],
  status: string,
  region: string,
  price?: number,
];

const ROWS: Row[] = [
  [
    'graphene-battery',
    'Graphene electrode for lithium-ion batteries',
    'A coated electrode that doubles the charging speed of electric vehicles.',
    ['energy', 'materials'],
    'listed',
    'north',
    300,
  ],
  [
    'solid-electrolyte',
    'Solid electrolyte membrane',
    'Replaces the liquid in lithium batteries; safe up to 180 °C.',
    ['energy'],
    'listed',
    'south',
    900,
  ],
  [
    'quantum-sensor',
    'Quantum magnetometer on a chip',
    'Measures magnetic fields of the brain at room temperature.',
    ['instruments'],
    'sold',
    'north',
    1200,
  ],
  [
    'water-membrane',
    'Membrane for desalination of sea water',
    'Graphene oxide layers, 40 % less energy than reverse osmosis.',
    ['environment', 'materials'],
    'listed',
    'south',
    150,
  ],
  [
    'wheat',
    'Drought resistant wheat',
    'A variety that needs a third less irrigation.',
    ['agriculture'],
    'draft',
    'west',
  ],
  [
    'shi-mo-xi',
    '石墨烯电池的快速充电方法',
    '本发明公开了一种石墨烯复合电极，充电时间缩短一半，适用于新能源汽车。',
    ['energy', 'materials'],
    'listed',
    'south',
    450,
  ],
  [
    'shui-chu-li',
    '工业废水处理装置',
    '采用膜分离技术处理印染废水，出水达到国家一级标准。',
    ['environment'],
    'listed',
    'south',
    80,
  ],
  [
    'guang-fu',
    '钙钛矿光伏组件封装工艺',
    '提高光伏组件在高温高湿环境中的寿命。',
    ['energy'],
    'sold',
    'west',
    700,
  ],
  [
    'ji-qi-ren',
    '基于深度学习的采摘机器人 Robot Picker',
    '融合视觉识别与机械臂控制，用于 greenhouse 温室番茄采摘。',
    ['agriculture', 'instruments'],
    'listed',
    'west',
    260,
  ],
  ['yi-miao', '兽用疫苗的冻干保护剂', '在常温下保存六个月。', ['agriculture'], 'draft', 'north'],
];

export const catalogue: SearchDocument[] = ROWS.map(
  ([id, title, summary, field, status, region, price], position) => ({
    id,
    lang: /\p{Script=Han}/u.test(title) ? 'zh' : 'en',
    texts: { title, summary, body: '' },
    facets: { field, status: [status], region: [region] },
    numbers: price === undefined ? ({} as Record<string, number>) : { price },
    publishedAt: FIRST_DAY + position * DAY,
  }),
);

/** Many documents that all contain "turbine", all equally good. */
export function turbines(count: number, from = 0): SearchDocument[] {
  return Array.from({ length: count }, (_, position) => {
    const number = from + position;
    return {
      id: `turbine-${String(number).padStart(4, '0')}`,
      texts: { title: `Turbine blade ${number}`, summary: 'Cast blade for a gas turbine.' },
      facets: { field: ['energy'], status: [number % 2 ? 'listed' : 'sold'] },
      numbers: { price: number % 7 },
      // In threes, so that pages end between equal dates.
      publishedAt: FIRST_DAY + Math.floor(number / 3) * 1000,
    };
  });
}
