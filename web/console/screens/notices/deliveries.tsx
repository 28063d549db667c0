import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { instantWords } from '../../parts/format.ts';
import { channelNames, deliveryErrorOf, deliveryStates } from '../../words/delivery-words.ts';

type Delivery = {
  readonly channel: string;
  readonly status: string;
  readonly at: string;
  readonly error?: string;
  readonly attempts?: number;
};

/** What came of each channel, the newest word on it with its time and its reason. */
export const Deliveries = ({ channels }: { readonly channels: readonly Delivery[] }) => {
  const { say, language, nameOf } = useLanguage();
  if (channels.length === 0) return <p class="soft">{say('尚未发出。', 'Not sent yet.')}</p>;
  return (
    <ul class="deliveries">
      {channels.map(({ channel, status, at, error, attempts }) => {
        const name = channelNames[channel];
        const state = deliveryStates[status];
        const words = error === undefined ? undefined : deliveryErrorOf(error);
        return (
          <li key={channel}>
            <strong>{name ? nameOf(name) : channel}</strong> {state ? <Chip state={state} /> : status}{' '}
            {error && <span title={error}>{words ? nameOf(words) : error} </span>}
            {attempts !== undefined && <span>{say(`已试 ${attempts} 次 `, `tried ${attempts} times `)}</span>}
            <span class="soft small">{instantWords(at, language)}</span>
          </li>
        );
      })}
    </ul>
  );
};
