import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../site/format.ts'
import { playHere } from '../devices/follow-devices.ts'
import type { Problem } from '../engine/store.ts'
import { usePlayer, usePlayerState, usePosition } from './hooks.ts'

function useProblemWords(problem: Problem | null): string {
  const { t, i18n } = useTranslation('player')
  if (!problem) return ''
  if (problem.kind !== 'locked') return t(`problem.${problem.kind}`)
  const { reason, tierName, opensAt } = problem
  if (reason === 'not_ready') return t('locked.notReady')
  const tier = tierName ?? t('locked.someTier')
  if (reason === 'exclusive' || !opensAt) return t('locked.exclusive', { tier })
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(opensAt))
  return t('locked.early', { tier, date })
}

/** What stands in the way, in words, with a way on; or that another device plays. Above the bar, never above what one reads. */
export function Note() {
  const { t } = useTranslation('player')
  const { engine } = usePlayer()
  const { problem, elsewhere, queue } = usePlayerState()
  const words = useProblemWords(problem)
  const at = usePosition()
  if (elsewhere) {
    return (
      <div className="pl-note" role="status">
        <p>{t('elsewhere.text', { device: elsewhere.deviceName || t('elsewhere.other') })}</p>
        <button type="button" className="pl-word" onClick={() => playHere(engine)}>
          {t('elsewhere.here')}
        </button>
      </div>
    )
  }
  if (!problem) return null
  const canSkip = queue.items.length > queue.at + 1
  return (
    <div className="pl-note" role={problem.kind === 'locked' || problem.kind === 'blocked' ? 'status' : 'alert'}>
      <p>{words}</p>
      {problem.kind === 'blocked' ? (
        <button type="button" className="pl-word" onClick={() => void engine.resume()}>
          {at < 1_000 ? t('play') : t('playFrom', { time: formatDuration(at) })}
        </button>
      ) : problem.kind === 'locked' ? null : (
        <button type="button" className="pl-word" onClick={() => void engine.retry()}>
          {t('retry')}
        </button>
      )}
      {canSkip ? (
        <button type="button" className="pl-word" onClick={() => void engine.nextMix()}>
          {t('nextMix')}
        </button>
      ) : null}
    </div>
  )
}
