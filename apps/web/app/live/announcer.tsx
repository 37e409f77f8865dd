import { useEffect, useState } from 'react';
import type { Language } from '../i18n/language';
import { useLanguage } from '../i18n/use-language';
import { m } from '../messages/generated/messages';
import { markPassed, stateSentence, urgentSentence, type Volume } from './announcements';
import type { RoomStore } from './room-store';

interface Props {
  store: RoomStore;
  myCode: string | null;
  volume: Volume;
}

const POLITE_GAP_MS = 5_000;
const TICK_MS = 1_000;

/** Two voices for screen readers: a slow polite one with the newest state, and an urgent one for what cannot wait. */
export function Announcer({ store, myCode, volume }: Props) {
  const language = useLanguage();
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  useEffect(
    () => (volume === 'none' ? undefined : listen(store, myCode, volume, language, setPolite, setUrgent)),
    [store, myCode, volume, language],
  );
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

type Say = (sentence: string) => void;

/** Follows the room and the clock; each urgent thing is said once, the newest state at most every five seconds. */
function listen(
  store: RoomStore,
  myCode: string | null,
  volume: Volume,
  language: Language,
  polite: Say,
  urgent: Say,
) {
  const serverNow = () => Date.now() + (store.get().offset ?? 0);
  let last = store.get();
  let lastTick = serverNow();
  let said = { n: last.room.n, at: 0 };

  const onChange = () => {
    const view = store.get();
    const sentence = urgentSentence(last.room, view.room, myCode, volume);
    if (sentence) urgent(sentence);
    else if (last.connection === 'connected' && view.connection === 'lost') urgent(m.line_lost());
    else if (last.connection === 'lost' && view.connection === 'connected') urgent(m.line_connected());
    last = view;
  };
  const onTick = () => {
    const { room } = store.get();
    const now = serverNow();
    const mark = volume === 'mine' ? null : markPassed(room, lastTick, now);
    if (mark) urgent(m.say_seconds_left({ seconds: mark }));
    lastTick = now;
    if (volume !== 'all' || room.n === said.n || now - said.at < POLITE_GAP_MS) return;
    said = { n: room.n, at: now };
    polite(stateSentence(room, now, language));
  };
  const unsubscribe = store.subscribe(onChange);
  const timer = setInterval(onTick, TICK_MS);
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}
