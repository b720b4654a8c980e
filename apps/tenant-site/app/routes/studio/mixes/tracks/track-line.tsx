import { useTranslation } from '@residency/i18n/react'
import { Button, typedMs } from '@residency/ui/studio'
import type { TrackRow } from './track-rows.ts'

interface Props {
  row: TrackRow
  at: number
  isLast: boolean
  isCurrent: boolean
  onFocus: () => void
  /** `about`: steps with the same one are one step back. */
  onChange: (to: Partial<TrackRow>, about: string) => void
  /** The start is typed to its end: the list may put itself in order. */
  onSettle: () => void
  onPlay: () => void
  onPart: () => void
  onMerge: () => void
  onRemove: () => void
}

/** A track in the list: its fields, and what can be done with it. */
export function TrackLine({ row, at, isLast, isCurrent, onFocus, onChange, onSettle, onPlay, onPart, onMerge, onRemove }: Props) {
  const { t } = useTranslation('studioMixes')
  const name = (field: string) => `tracks.${at}.${field}`
  const number = at + 1
  const field = (key: 'title' | 'artist' | 'label', most: number) => (
    <input
      name={name(key)}
      value={row[key]}
      onChange={(event) => onChange({ [key]: event.target.value, ...(key === 'label' ? {} : { isUnknown: false }) }, `${key}-${row.key}`)}
      aria-label={t(`tracklist.fieldOf.${key}`, { number })}
      placeholder={row.isUnknown && key === 'title' ? t('tracklist.unknown') : t(`tracklist.fields.${key}`)}
      maxLength={most}
      autoComplete="off"
    />
  )
  const isTime = typedMs(row.start) !== null
  return (
    <li className="track-row" data-current={isCurrent ? '' : undefined} onFocus={onFocus}>
      <input type="hidden" name={name('id')} value={row.id} />
      <input
        className="track-start"
        name={name('start')}
        value={row.start}
        onChange={(event) => onChange({ start: event.target.value }, `start-${row.key}`)}
        onBlur={onSettle}
        aria-label={t('tracklist.fieldOf.start', { number })}
        aria-invalid={isTime ? undefined : true}
        title={isTime ? undefined : t('timeShape')}
        inputMode="decimal"
        autoComplete="off"
      />
      {field('artist', 200)}
      {field('title', 200)}
      {field('label', 120)}
      <label className="track-unknown">
        <input
          type="checkbox"
          name={name('isUnknown')}
          checked={row.isUnknown}
          onChange={(event) =>
            onChange(event.target.checked ? { isUnknown: true, title: '', artist: '' } : { isUnknown: false }, `unknown-${row.key}`)
          }
        />{' '}
        {t('tracklist.unknown')}
      </label>
      <span className="track-tools">
        <Button weight="quiet" onClick={onPlay} aria-label={t('tracklist.goTo', { number })}>
          {t('tracklist.go')}
        </Button>
        <Button weight="quiet" onClick={onPart} aria-label={t('tracklist.partWhat', { number })}>
          {t('tracklist.part')}
        </Button>
        <Button weight="quiet" onClick={onMerge} disabled={isLast} aria-label={t('tracklist.mergeWhat', { number })}>
          {t('tracklist.merge')}
        </Button>
        <Button weight="quiet" onClick={onRemove} aria-label={t('tracklist.removeWhat', { number })}>
          {t('tracklist.remove')}
        </Button>
      </span>
    </li>
  )
}
