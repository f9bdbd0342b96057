/**
 * Says once that an open field is done with: Enter and a click elsewhere keep what was typed, Escape does not, and `end` then
 * gets no text. Keys that belong to an input method, as the Enter that takes its suggestion, end nothing.
 */
export function whenFieldEnds(field: HTMLInputElement, end: (text: string | undefined, byKey: boolean) => void): void {
  let isOpen = true;
  const close = (text: string | undefined, byKey: boolean) => {
    // A field that is taken off the page loses the focus, too.
    if (!isOpen) return;
    isOpen = false;
    end(text, byKey);
  };
  field.addEventListener('blur', () => close(field.value.trim(), false));
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    event.stopPropagation();
    event.preventDefault();
    close(event.key === 'Enter' ? field.value.trim() : undefined, true);
  });
}
