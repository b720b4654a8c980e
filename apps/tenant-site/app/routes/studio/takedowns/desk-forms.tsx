import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { Button, Checkbox, TextArea, TextInput } from '@residency/ui/studio'
import { problemOf } from '../problem.tsx'

type Decision = 'uphold' | 'reject' | 'reconsider'

const problemWith = (answer: unknown, intent: string) => {
  const problem = problemOf(answer)
  return problem?.values.intent === intent ? problem : null
}

/** The desk's word, with its reason, which the claimant reads. */
export function DecisionForm({ decisions, answer }: { decisions: Decision[]; answer: unknown }) {
  const { t } = useTranslation('studioRights')
  const busy = useNavigation().state === 'submitting'
  const problem = problemWith(answer, 'decide')
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value="decide" />
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        required
        maxLength={2000}
        defaultValue={problem?.values.reason}
        error={problem?.fields.reason}
      />
      <p className="form-end">
        {decisions.map((decision) => (
          <Button
            key={decision}
            type="submit"
            name="decision"
            value={decision}
            weight={decision === 'uphold' ? 'danger' : 'plain'}
            disabled={busy}
          >
            {t(`decisions.${decision}`)}
          </Button>
        ))}
      </p>
    </Form>
  )
}

/** The crew's objection to a claim that was upheld. */
export function CounterForm({ answer }: { answer: unknown }) {
  const { t } = useTranslation('studioRights')
  const busy = useNavigation().state === 'submitting'
  const problem = problemWith(answer, 'counter')
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value="counter" />
      <TextInput
        name="name"
        label={t('counterName')}
        required
        maxLength={120}
        autoComplete="name"
        defaultValue={problem?.values.name}
        error={problem?.fields.name}
      />
      <TextArea
        name="statement"
        label={t('counterStatement')}
        hint={t('counterHint')}
        required
        maxLength={4000}
        defaultValue={problem?.values.statement}
        error={problem?.fields.statement}
      />
      <Checkbox name="sworn" required label={t('counterSworn')} error={problem?.fields.sworn} />
      <p>
        <Button type="submit" weight="main" busy={busy}>
          {t('counterSend')}
        </Button>
      </p>
    </Form>
  )
}
