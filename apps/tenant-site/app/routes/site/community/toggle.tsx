import { useFetcher } from '@remix-run/react'
import type { CommunityView } from '../../../shape/community.ts'
import type { Answer } from './answer.ts'

interface Props {
  view: CommunityView
  intent: string
  field: string
  on: boolean
  label: string
  labelOn: string
  disabled?: boolean
}

/** A button that is pressed or not. Shows at once what was pressed; a refusal stands beside it. */
export function Toggle({ view, intent, field, on, label, labelOn, disabled = false }: Props) {
  const fetcher = useFetcher<Answer>()
  const asked = fetcher.formData?.get(field)
  const shown = asked === undefined || asked === null ? on : asked === 'yes'
  return (
    <fetcher.Form method="post" action={view.href} className="community-toggle">
      <input type="hidden" name="intent" value={intent} />
      <button
        type="submit"
        className={`button ${shown ? 'button-main' : 'button-plain'}`}
        name={field}
        value={shown ? 'no' : 'yes'}
        aria-pressed={shown}
        disabled={disabled}
      >
        {shown ? labelOn : label}
      </button>
      {fetcher.data?.problem ? (
        <span className="field-error" role="alert">
          {fetcher.data.problem.message}
        </span>
      ) : null}
    </fetcher.Form>
  )
}
