import { m } from '../messages/generated/messages';
import type { Tone } from '../terms/states';

const SIGNS: Record<Tone, string> = {
  neutral: '○',
  info: '◔',
  good: '✓',
  care: '!',
  stop: '✕',
  live: '●',
  lead: '▲',
  outbid: '▼',
};

export function Sign({ tone }: { tone: Tone }) {
  return <span aria-hidden="true">{SIGNS[tone]}</span>;
}

export function Tag({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={`tag tone-${tone}`}>
      <Sign tone={tone} />
      {children}
    </span>
  );
}

/** The state of a thing as its word and sign. */
export function StateTag({ state }: { state: { tone: Tone; name: () => string } }) {
  return <Tag tone={state.tone}>{state.name()}</Tag>;
}

export function DemonstrationTag({ shown }: { shown: boolean }) {
  return shown ? <span className="tag demo">{m.demonstration()}</span> : null;
}
