const plain = /^[\n\r !-~£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà]*$/;

/** How many text messages a text is sent as: 160 plain characters or 70 of any kind, a little less where it needs several. */
export const shortMessages = (text: string): number => {
  const [one, each] = plain.test(text) ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / each);
};
