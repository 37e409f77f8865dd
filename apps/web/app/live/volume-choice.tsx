import { useSyncExternalStore } from 'react';
import { m } from '../messages/generated/messages';
import type { Volume } from './announcements';

const STORE = 'stx_announcements';
const DEFAULT: Volume = 'important';
const CHOICES: [Volume, () => string][] = [
  ['all', m.volume_all],
  ['important', m.volume_important],
  ['mine', m.volume_mine],
  ['none', m.volume_none],
];

const isVolume = (text: string | null): text is Volume => CHOICES.some(([volume]) => volume === text);

function kept(): Volume {
  const text = localStorage.getItem(STORE);
  return isVolume(text) ? text : DEFAULT;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(volume: Volume): void {
  localStorage.setItem(STORE, volume);
  listeners.forEach((listener) => listener());
}

/** What the room says aloud; kept in this browser. */
export const useVolume = (): Volume => useSyncExternalStore(subscribe, kept, () => DEFAULT);

export function VolumeChoice() {
  const current = useVolume();
  return (
    <details className="no-print text-small">
      <summary className="inline-flex min-h-6 items-center text-primary underline">
        {m.announcements()}
      </summary>
      <fieldset className="mt-2">
        <legend className="text-muted">{m.announcements_hint()}</legend>
        {CHOICES.map(([volume, name]) => (
          <label key={volume} className="check">
            <input
              type="radio"
              name="announcements"
              checked={volume === current}
              onChange={() => choose(volume)}
            />
            <span>{name()}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
