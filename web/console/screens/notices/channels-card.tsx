import { useState } from 'preact/hooks';
import { type PushChannel, pushChannels } from '../../../../lib/domain/notices/contacts.ts';
import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { mayCall, usePerson } from '../../session/session.ts';
import { channelNames } from '../../words/delivery-words.ts';

type Business = Answer<'get-business'>;
const isPushed = (value: string): value is PushChannel => pushChannels.some((channel) => channel === value);

/** By which channels a business is told, in which order, and where. */
export const ChannelsCard = ({
  business,
  onChanged,
}: {
  readonly business: Business;
  readonly onChanged: () => void;
}) => {
  const { say, nameOf } = useLanguage();
  const { role } = usePerson();
  const { contacts } = business;
  const [order, setOrder] = useState<readonly string[]>(contacts.channels ?? []);
  const [email, setEmail] = useState(contacts.email ?? '');
  const [phone, setPhone] = useState(contacts.phone ?? '');
  const [webhook, setWebhook] = useState(contacts.webhook ?? '');
  const [isSaved, setSaved] = useState(false);
  const command = useCommand('put-channel-preferences');
  if (!mayCall(role, 'put-channel-preferences')) return null;
  const places = [say('首选', 'First'), say('其次', 'Then'), say('再次', 'Last')];
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const channels = order.filter(isPushed);
    const body = { channels, email: email || null, phone: phone || null, webhook: webhook || null };
    const saved = await command.send({ params: { businessId: business.businessId }, body, version: business.version });
    setSaved(saved !== undefined);
    if (saved) onChanged();
  };
  return (
    <Card title={say('通知渠道', 'Channels of notices')}>
      <FormProblem.Provider value={command.problem}>
        <form onSubmit={save} noValidate>
          <ProblemNote problem={command.problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
          <p class="soft">
            {say(
              '网页始终可看。未选则同时用所有有地址的渠道；选了则逐个使用，前一个失败才用下一个。',
              'The page is always there. With none chosen all that have an address are used; else one after the other, as those before fail.',
            )}
          </p>
          <div class="grid">
            {places.map((place, n) => (
              <SelectField
                key={place}
                path={`channels[${n}]`}
                label={place}
                value={order[n] ?? ''}
                onValue={(value) => setOrder(places.map((_, at) => (at === n ? value : (order[at] ?? ''))))}
                any="—"
                options={pushChannels.map((channel) => {
                  const name = channelNames[channel];
                  return [channel, name ? nameOf(name) : channel];
                })}
              />
            ))}
            <TextField path="email" label={say('邮箱', 'E-mail')} value={email} onValue={setEmail} />
            <TextField path="phone" label={say('手机', 'Mobile')} value={phone} onValue={setPhone} />
            {(contacts.webhook || order.includes('webhook')) && (
              <TextField
                path="webhook"
                label={say('系统接口地址', 'Webhook address')}
                value={webhook}
                onValue={setWebhook}
              />
            )}
          </div>
          <div class="form-end">
            <span role="status" class="soft">
              {isSaved &&
                say(
                  '已保存；已发布检查的通知仍用原联系方式，重新发送时改用新的。',
                  'Saved. Notices of visits that are published keep the addresses they had until one is sent again.',
                )}
            </span>
            <button type="submit" disabled={command.busy}>
              {say('保存', 'Save')}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};
