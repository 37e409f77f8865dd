import { useEffect, useState } from 'react';
import { m } from '../messages/generated/messages';
import type { Volume } from './announcements';

const STORE = 'stx_announcements';
const CHOICES: [Volume, () => string][] = [
  ['all', m.volume_all],
  ['important', m.volume_important],
  ['mine', m.volume_mine],
  ['none', m.volume_none],
];

const isVolume = (text: string | null): text is Volume => CHOICES.some(([volume]) => volume === text);

/** What the room says aloud; kept in this browser. */
export function useVolume(): [Volume, (volume: Volume) => void] {
  const [volume, setVolume] = useState<Volume>('important');
  useEffect(() => {
    const kept = localStorage.getItem(STORE);
    if (isVolume(kept)) setVolume(kept);
  }, []);
  const choose = (next: Volume) => {
    localStorage.setItem(STORE, next);
    setVolume(next);
  };
  return [volume, choose];
}

export function VolumeChoice({ volume, onChoose }: { volume: Volume; onChoose(volume: Volume): void }) {
  return (
    <details className="no-print text-small">
      <summary className="inline-flex min-h-6 items-center text-primary underline">{m.announcements()}</summary>
      <fieldset className="mt-2">
        <legend className="text-muted">{m.announcements_hint()}</legend>
        {CHOICES.map(([value, name]) => (
          <label key={value} className="check">
            <input type="radio" name="announcements" value={value} checked={volume === value} onChange={() => onChoose(value)} />
            <span>{name()}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
