import { useFetcher } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button, formatDuration, Notice, TextArea, TextInput } from '@residency/ui/site'
import { type FocusEvent, useRef } from 'react'
import type { CommunityView } from '../../../shape/community.ts'
import type { Answer } from './answer.ts'

const mostCharacters = 600

/** Seconds the page's waveform stands at, as it says itself. Null: nothing plays. */
function standsAt(mixId: string): number | null {
  const seconds = Number(document.querySelector(`.wave[data-mix="${mixId}"] .wave-slider`)?.getAttribute('aria-valuenow'))
  return seconds > 0 ? seconds : null
}

/** Says something about a moment. Where the mix plays, that moment is the one being heard when one begins to write. */
export function CommentForm({ view, answer }: { view: CommunityView; answer?: Answer | undefined }) {
  const { t } = useTranslation('community')
  const fetcher = useFetcher<Answer>()
  const chosen = useRef(false)
  const given = fetcher.data ?? (answer?.done === 'comment' || answer?.problem?.values.intent === 'comment' ? answer : undefined)
  const { problem } = given ?? {}
  const isDone = given?.done === 'comment'
  const onFocus = (event: FocusEvent<HTMLFormElement>): void => {
    const at = event.currentTarget.elements.namedItem('at')
    const seconds = standsAt(view.mix.id)
    if (chosen.current || !(at instanceof HTMLInputElement) || (event.target as EventTarget) === at || at.value || seconds === null) return
    at.value = formatDuration(seconds * 1000)
  }
  return (
    <fetcher.Form
      method="post"
      action={view.href}
      className="comment-form"
      onFocus={onFocus}
      key={given?.at ?? problem?.requestId ?? 'new'}
    >
      {problem ? <Notice tone="bad" title={problem.message} /> : null}
      {isDone ? <Notice tone="good" title={t('sent')} /> : null}
      <input type="hidden" name="intent" value="comment" />
      <TextArea
        name="body"
        label={t('write')}
        rows={3}
        required
        maxLength={mostCharacters}
        defaultValue={problem?.values.body}
        error={problem?.fields.body}
      />
      <div className="comment-form-end">
        <TextInput
          name="at"
          label={t('moment')}
          hint={t('momentHint')}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0:00"
          defaultValue={problem?.values.at}
          error={problem?.fields.at}
          onChange={() => (chosen.current = true)}
        />
        <Button busy={fetcher.state === 'submitting'}>{t('send')}</Button>
      </div>
    </fetcher.Form>
  )
}
