/** What this browser keeps for days without a network lies under names that begin so. */
export const keptPrefix = 'field:';

/** Forgets everything that was kept to be shown, but not what is still to be sent. */
export const forgetKept = (): void => {
  for (const name of Object.keys(localStorage)) if (name.startsWith(keptPrefix)) localStorage.removeItem(name);
};
