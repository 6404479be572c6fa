import { Component, type ReactNode } from 'react';
import { shellWords } from '../../core/words/shell';
import { useWords } from '../state/StudioProvider';
import { Empty } from '../ui/Empty';
import classes from './Shell.module.css';

type Props = { readonly children: ReactNode };

/** Keeps the frame standing when a screen cannot be drawn, and offers to draw it again. */
export class ScreenGuard extends Component<Props, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    const error: Error | null = this.state.error;
    if (error === null) return this.props.children;
    return <Fallen error={error} retry={() => this.setState({ error: null })} />;
  }
}

function Fallen({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const t = useWords(shellWords);
  return (
    <main style={{ flex: 1 }}>
      <Empty
        text={t('screen.failed', { message: error.message })}
        action={
          <button type="button" className={classes.retry} onClick={retry}>
            {t('screen.retry')}
          </button>
        }
      />
    </main>
  );
}
