import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { federation } from './federation.bench.js';
import { importAchievements } from './import.bench.js';
import type { BenchReport } from './rounds.js';
import { webPages } from './web-pages.bench.js';

const benches: Record<string, () => Promise<BenchReport>> = {
  federation,
  import: importAchievements,
  'web-pages': webPages,
};

const [name, flag, file] = process.argv.slice(2);
const bench = benches[name ?? ''];
if (!bench || (flag !== undefined && (flag !== '--json' || !file))) {
  process.stderr.write(`usage: npm run bench -- <${Object.keys(benches).join(' | ')}> [--json FILE]\n`);
  process.exit(2);
}
const report = await bench();
const round = (value: number) => Math.round(value * 100) / 100;
process.stdout.write(
  `${report.name}: product ${round(report.product)} ${report.unit}, baseline ${round(report.baseline)} ${report.unit}, ratio ${round(report.ratio)}\n`,
);
for (const [key, value] of Object.entries(report.notes)) process.stdout.write(`  ${key}: ${value}\n`);
if (file) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
process.exit(0);
