import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { speechParts } from './speech-parts.ts';

const primary = (language: string): string => language.split(/[-_]/)[0]?.toLowerCase() ?? '';

/** A voice of this language on the device itself: others would send the text to somebody. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  const local = speechSynthesis.getVoices().filter(({ localService }) => localService);
  return (
    local.find(({ lang }) => lang.replace('_', '-') === language) ??
    local.find(({ lang }) => primary(lang) === primary(language)) ??
    null
  );
}

/** Null where the browser cannot speak this language without a network. Browsers name their voices late. */
function useVoice(language: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState(() => voiceFor(language));
  useEffect(() => {
    const look = (): void => setVoice(voiceFor(language));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, [language]);
  return voice;
}

/** What stands in the middle of the page, as it is shown now: what is folded away is not read. */
function textOnPage(): string {
  const matter = document.querySelector<HTMLElement>('[data-matter]');
  return matter?.innerText ?? matter?.textContent ?? '';
}

function speak(voice: SpeechSynthesisVoice, onEnd: () => void): void {
  speechSynthesis.cancel();
  const parts = speechParts(textOnPage());
  for (const [at, part] of parts.entries()) {
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    if (at === parts.length - 1) utterance.onend = onEnd;
    utterance.onerror = onEnd;
    speechSynthesis.speak(utterance);
  }
}

function Reader({ language }: { language: string }) {
  const voice = useVoice(language);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => speechSynthesis.cancel(), []);
  useEffect(() => {
    if (!speaking) return;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') stop();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [speaking]);
  function stop(): void {
    speechSynthesis.cancel();
    setSpeaking(false);
  }
  function start(by: SpeechSynthesisVoice): void {
    setSpeaking(true);
    speak(by, () => setSpeaking(false));
  }
  if (!voice) return null;
  return (
    <Button kind="text" onClick={() => (speaking ? stop() : start(voice))}>
      {speaking ? 'Stop reading' : 'Read aloud'}
    </Button>
  );
}

/** Reads the page's text out, where the device has a voice of its own for it. Escape stops it, and so does leaving. */
export function ReadAloud({ language }: { language: string }) {
  return 'speechSynthesis' in globalThis ? <Reader language={language} /> : null;
}
