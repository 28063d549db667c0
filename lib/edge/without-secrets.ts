/** A link's token, alone or in an address; what signs an address of a file. */
const tokens = /eyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?|(?<=\/n\/)[^\s/?#"')]+/g;
const signatures = /(?<=X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"']+/gi;
const mailAddresses = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Mobile numbers as they are written here, lines with their area or without, numbers with their country; no part of an id or an instant. */
const phones =
  /(?<![\w+-])(?:(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8}|(?:2[1-9]|[3-8]\d)\d{6}|\+\d(?:[ -]?\d){7,14})(?![\w-])/g;

/** Words without what opens a notice or a file and without where a person is reached: neither has a place in a log. */
export const withoutSecrets = (words: string): string =>
  words.replaceAll(tokens, '…').replaceAll(signatures, '…').replaceAll(mailAddresses, '…').replaceAll(phones, '…');
