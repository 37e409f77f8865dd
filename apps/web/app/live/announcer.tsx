import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { markPassed, stateSentence, urgentSentence, type Volume } from './announcements';
import type { LiveRoom } from './use-room';

interface Props {
  live: LiveRoom;
  now: number;
  myCode: string | null;
  volume: Volume;
}

const POLITE_GAP_MS = 5_000;

/** Two voices for screen readers: a slow polite one with the newest state, and an urgent one for what cannot wait. */
export function Announcer({ live: { room, connection }, now, myCode, volume }: Props) {
  const language = useLanguage();
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  const before = useRef({ room, now, connection, spokenAt: 0, spokenN: room.n });
  useEffect(() => {
    const last = before.current;
    const sentence = urgentSentence(last.room, room, myCode, volume);
    const mark = markPassed(last.room, last.now, now);
    if (sentence) setUrgent(sentence);
    else if (mark && volume !== 'none') setUrgent(m.say_seconds_left({ seconds: mark }));
    else if (volume !== 'none' && last.connection === 'connected' && connection === 'lost') setUrgent(m.line_lost());
    else if (volume !== 'none' && last.connection === 'lost' && connection === 'connected') setUrgent(m.line_connected());
    if (volume === 'all' && room.n !== last.spokenN && now - last.spokenAt >= POLITE_GAP_MS) {
      last.spokenAt = now;
      last.spokenN = room.n;
      setPolite(stateSentence(room, now, language));
    }
    before.current = { ...last, room, now, connection };
  }, [room, now, connection, myCode, volume, language]);
  return (
    <>
      <div className="sr-only" aria-live="polite" data-voice="polite">
        {polite}
      </div>
      <div className="sr-only" aria-live="assertive" data-voice="urgent">
        {urgent}
      </div>
    </>
  );
}
