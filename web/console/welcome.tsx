import { useState } from 'preact/hooks';
import { useLanguage } from './language.tsx';
import { Tools } from './parts/tools.tsx';
import type { ConsoleConfig } from './session/config.ts';
import { signIn } from './session/sign-in.ts';

/** Before somebody signed in: what this is, and one button. */
export const Welcome = ({
  config,
  failed,
}: {
  readonly config: ConsoleConfig | undefined;
  readonly failed: boolean;
}) => {
  const { say } = useLanguage();
  const [unreachable, setUnreachable] = useState(false);
  const onClick = (): void => {
    if (config) signIn(config).catch(() => setUnreachable(true));
  };
  return (
    <main class="welcome">
      <div class="card">
        <img src="./seal.svg" alt="" />
        <h1>{say('综合查一次', 'Inspect Once')}</h1>
        <p class="soft">
          {say('多部门检查，一次上门，一份通知。', 'One visit and one notice for the checks of many departments.')}
        </p>
        {(failed || unreachable) && (
          <p class="note bad" role="alert">
            {say('登录服务没有应答，请稍后重试。', 'The sign-in does not answer; please try again shortly.')}
          </p>
        )}
        <p>
          <button type="button" onClick={onClick} disabled={!config}>
            {say('登录工作台', 'Sign in')}
          </button>
        </p>
        <p class="tools">
          <Tools />
        </p>
      </div>
    </main>
  );
};
