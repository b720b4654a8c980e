import { Form } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Button, Section } from '@residency/ui/studio'

interface Suggestion {
  id: string
  trackId: string
  title: string
  artist: string
  by: string
}

/** What fans say unknown tracks are: taken or declined with one press. */
export function TrackSuggestions({
  suggestions,
  tracks,
  busy,
}: {
  suggestions: Suggestion[]
  tracks: { id: string; startMs: number }[]
  busy: boolean
}) {
  const { t } = useTranslation('studioMixes')
  const format = useFormat()
  if (suggestions.length === 0) return null
  return (
    <Section title={t('tracklist.suggestions')} intro={t('tracklist.suggestionsIntro')}>
      <ul className="versions">
        {suggestions.map(({ id, trackId, title, artist, by }) => (
          <li key={id}>
            <div>
              <strong>
                {artist} – {title}
              </strong>
              <small>
                {t('tracklist.saidBy', { name: by, time: format.clock(tracks.find((track) => track.id === trackId)?.startMs ?? 0) })}
              </small>
            </div>
            <Form method="post" className="versions-tools">
              <input type="hidden" name="suggestionId" value={id} />
              <Button
                type="submit"
                name="intent"
                value="accepted"
                disabled={busy}
                aria-label={t('tracklist.acceptWhat', { title, artist })}
              >
                {t('tracklist.accept')}
              </Button>
              <Button
                type="submit"
                name="intent"
                value="declined"
                weight="quiet"
                disabled={busy}
                aria-label={t('tracklist.declineWhat', { title, artist })}
              >
                {t('tracklist.decline')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
