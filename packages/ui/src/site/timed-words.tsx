import { useTranslation } from 'react-i18next'
import { formatStart, isoDuration } from './format.ts'
import { type Playable, PlayLink } from './play-link.tsx'
import type { TimedWordsView } from './views.ts'

/** Lyrics and notes beside a mix: read as they are, and once it plays the line that is heard stands out. A press on a line plays from there. */
export function TimedWords({ mix, words, durationMs }: { mix: Playable; words: TimedWordsView[]; durationMs: number }) {
  const { t, i18n } = useTranslation('site')
  return words.map(({ kind, locale, lines }) =>
    lines.length === 0 ? null : (
      <section key={kind} className="timed" aria-labelledby={`timed-${kind}`}>
        <h2 id={`timed-${kind}`}>{t(`timed.${kind}`)}</h2>
        <ol
          className="timed-lines"
          lang={locale === i18n.language ? undefined : locale}
          data-timed={mix.playable ? mix.id : undefined}
          data-kind={kind}
        >
          {lines.map(({ atMs, text }) => (
            <li key={`${atMs} ${text}`} data-start={atMs}>
              <Line mix={mix} atMs={atMs} text={text} durationMs={durationMs} />
            </li>
          ))}
        </ol>
      </section>
    ),
  )
}

function Line({ mix, atMs, text, durationMs }: { mix: Playable; atMs: number; text: string; durationMs: number }) {
  const { t } = useTranslation('site')
  // A pause in the words: it ends the line before it.
  if (text === '') return null
  const start = formatStart(atMs, durationMs)
  const words = (
    <>
      <time dateTime={isoDuration(atMs)}>{start}</time> <span>{text}</span>
    </>
  )
  if (!mix.playable) return <p className="timed-line">{words}</p>
  return (
    <PlayLink mix={mix} atMs={atMs} className="timed-line" label={t('play.track', { time: start, track: text })}>
      {words}
    </PlayLink>
  )
}
