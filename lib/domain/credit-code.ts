const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100-2015: no I, O, S, V, Z
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17 characters of a unified social credit code (GB 32100-2015); undefined where one is not of its alphabet. */
export const checkCharacter = (first17: string): string | undefined => {
  let sum = 0;
  for (const [position, weight] of weights.entries()) {
    const value = alphabet.indexOf(first17[position] ?? '?');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return alphabet[(31 - (sum % 31)) % 31];
};

/** What is wrong with a business id (18-character code, `-`, site number of one to four digits), or undefined. */
export const businessIdFault = (businessId: string): 'credit-code-form' | 'credit-code-check' | undefined => {
  const match = /^([0-9A-HJ-NPQRTUWXY]{18})-\d{1,4}$/.exec(businessId);
  if (!match?.[1]) return 'credit-code-form';
  return checkCharacter(match[1].slice(0, 17)) === match[1][17] ? undefined : 'credit-code-check';
};
