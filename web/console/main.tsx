import { render } from 'preact';
import { App } from './app.tsx';
import { LanguageProvider } from './language.tsx';

const root = document.getElementById('console');
if (root) {
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
    root,
  );
}
