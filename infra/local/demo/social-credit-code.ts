import { checkCharacter } from '../../../lib/domain/credit-code.ts';

const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of an organisation code (GB 11714): weighted sum modulo 11, X for ten; letters count from A = 10. */
const bodyCheck = (body: string): string => {
  const sum = bodyWeights.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
};

/**
 * A unified social credit code of 18 characters with both check characters (GB 32100-2015).
 * @param kind registering authority and kind of organisation, such as `91` for a company or `12` for a public institution
 * @param division the six digits of the administrative division, `330102` for Shangcheng
 * @param body the eight characters of the organisation code before its own check character
 * @throws where `kind`, `division` or `body` hold a character that the standard's alphabet lacks
 */
export const socialCreditCode = (kind: string, division: string, body: string): string => {
  const first17 = `${kind}${division}${body}${bodyCheck(body)}`;
  const check = checkCharacter(first17);
  if (check === undefined || first17.length !== 17) throw new Error(`no credit code can begin with ${first17}`);
  return `${first17}${check}`;
};
