/** The name of the field in which a number is typed, so that it can be reached from anywhere. */
export const dialFieldName = 'dial';

let isWanted = false;

/** Puts the caret into it; where its page is not drawn yet, as soon as it is. */
export function focusDialField(): void {
  const field = document.getElementsByName(dialFieldName)[0];
  isWanted = field === undefined;
  field?.focus();
}

/** Whether somebody waits for the field that has just been drawn. Once. */
export function takeDialFieldWish(): boolean {
  const wasWanted = isWanted;
  isWanted = false;
  return wasWanted;
}
