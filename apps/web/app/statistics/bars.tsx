import { formatHeadline, formatQuarter } from '@stx/format';
import type { StatisticsPageQuery } from '../data/generated/operations';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';

type Quarter = StatisticsPageQuery['statistics']['quarters'][number];

const WIDTH = 960;
const HEIGHT = 320;
const PLOT = { left: 96, right: 12, top: 28, bottom: 44 };
const LINES = 4;

/** A round number at or above the largest value: 1, 2, 2.5 or 5 times a power of ten. */
export function niceTop(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((top) => top >= largest)!;
}

/** Turnover by quarter as bars from zero, drawn by the server; the table below holds the same numbers. */
export function QuarterBars({ quarters }: { quarters: Quarter[] }) {
  const language = useLanguage();
  const values = quarters.map(({ turnover }) => Number(turnover.amount));
  const currency = quarters[0]?.turnover.currency ?? 'CNY';
  const top = niceTop(Math.max(0, ...values));
  const width = WIDTH - PLOT.left - PLOT.right;
  const height = HEIGHT - PLOT.top - PLOT.bottom;
  const slot = width / Math.max(1, quarters.length);
  const y = (value: number) => PLOT.top + height * (1 - value / top);
  const say = (value: number) => formatHeadline({ amount: String(Math.round(value)), currency }, language);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby="bars-title"
      className="h-auto w-full min-w-240"
    >
      <title id="bars-title">{m.bars_title()}</title>
      {Array.from({ length: LINES + 1 }, (_, i) => (top / LINES) * i).map((value) => (
        <g key={value}>
          <line
            x1={PLOT.left}
            x2={WIDTH - PLOT.right}
            y1={y(value)}
            y2={y(value)}
            className="stroke-hairline"
          />
          <text x={PLOT.left - 8} y={y(value) + 5} textAnchor="end" className="fill-muted text-small">
            {say(value)}
          </text>
        </g>
      ))}
      {quarters.map(({ quarter }, i) => {
        const value = values[i]!;
        const isRunning = i === quarters.length - 1;
        return (
          <g key={quarter}>
            <rect
              x={PLOT.left + slot * i + slot * 0.18}
              y={y(value)}
              width={slot * 0.64}
              height={PLOT.top + height - y(value)}
              className={isRunning ? 'bar-running' : 'bar'}
            />
            {(i % 2 === (quarters.length - 1) % 2 || quarters.length < 8) && (
              <text
                x={PLOT.left + slot * (i + 0.5)}
                y={HEIGHT - 16}
                textAnchor="middle"
                className="fill-muted text-small"
              >
                {quarter.replace('Q', ' Q')}
              </text>
            )}
          </g>
        );
      })}
      <text x={PLOT.left} y={16} className="fill-muted text-small">
        {m.bars_note({ quarter: formatQuarter(quarters.at(-1)?.quarter ?? '', language) })}
      </text>
    </svg>
  );
}
