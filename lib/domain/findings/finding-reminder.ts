import type { Finding } from './finding.ts';

/** The reminder of a finding's deadline in words, Chinese first. `url` opens the page where the business answers. */
export const findingReminderText = (
  { businessName, itemName, description }: Pick<Finding, 'businessName' | 'itemName' | 'description'>,
  dueOn: string,
  url: string,
): { readonly title: string; readonly text: string; readonly short: string } => ({
  title: `整改提醒：${businessName} ${dueOn}`,
  text: [
    `${businessName}：`,
    `“${itemName}”检查中发现的问题：${description}`,
    `请于 ${dueOn} 前整改，并在下列页面提交说明和证明材料。`,
    '',
    `A finding of the check “${itemName}” is to be corrected by ${dueOn}. Please answer, with proof, on this page:`,
    url,
    '',
  ].join('\n'),
  short: `整改提醒：请于${dueOn}前整改“${itemName}”所发现的问题并提交证明 ${url}`,
});
