/** Gives the focus back to what opened a dialog; where that is gone or folded away, to the fold or to the page's title. */
export function returnFocus(opener: Element | null): void {
  setTimeout(() => {
    const at = document.activeElement;
    if (at && at !== document.body) return;
    for (const element of [
      opener,
      opener?.closest('details')?.querySelector('summary'),
      document.querySelector('h1'),
    ]) {
      if (!(element instanceof HTMLElement) || !element.isConnected) continue;
      element.focus();
      if (document.activeElement === element) return;
    }
  });
}
