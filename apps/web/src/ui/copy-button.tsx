import { useState } from 'react';
import { Button } from './button.tsx';

/** Copies words to the clipboard and says so. Absent where the browser has no clipboard, as on plain HTTP. */
export function CopyButton({ words, what }: { words: string; what: string }) {
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(words);
    setCopied(true);
  }
  return (
    <>
      <Button kind="text" onClick={() => void copy()}>
        Copy<span className="vh"> {what}</span>
      </Button>
      <span className="fine" role="status">
        {copied && 'Copied'}
      </span>
    </>
  );
}
