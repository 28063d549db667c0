import { useLanguage } from '../../language.tsx';
import { useUnits } from '../../parts/units.ts';
import type { MoveOption } from './place.ts';

/** Whether a start is where the visit stands already. */
export const isSamePlace = ({ against }: MoveOption): boolean => against.some(({ code }) => code === 'same-time');

/** What a move to a start would come to in one line, before it is let go there; or all that stands against it. */
export const useMoveWords = (): ((option: MoveOption | undefined) => string) => {
  const { say } = useLanguage();
  const units = useUnits();
  return (option) => {
    if (!option) return say('正在核对…', 'Looking …');
    if (isSamePlace(option)) return say('现在就在这个时间', 'It stands here now');
    if (!option.fits) return option.against.map(({ text }) => text).join('；');
    return [
      say('可以改到这里', 'It fits here'),
      option.notifies
        ? say('主体会收到新版通知书', 'the business gets a new notice')
        : say('不发通知', 'nobody is notified'),
      option.insideNoticePeriod &&
        say('不足告知期限，须经主体同意或说明原因', 'short notice: consent or a reason is needed'),
      option.redrawn.length > 0 &&
        say(
          `重新抽取：${option.redrawn.map(units.nameOf).join('、')}`,
          `drawn anew: ${option.redrawn.map(units.nameOf).join(', ')}`,
        ),
    ]
      .filter(Boolean)
      .join(say('；', '; '));
  };
};
