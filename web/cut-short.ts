/** The first `most` characters of a text, and a mark where more follow. */
export const cutShort = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
};
